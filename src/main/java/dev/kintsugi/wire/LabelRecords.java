package dev.kintsugi.wire;

import dev.kintsugi.event.LabelEvent;
import java.util.Optional;

/** Label events as Avro records. */
final class LabelRecords {
    private LabelRecords() {}

    static dev.kintsugi.record.LabelEvent write(LabelEvent event) {
        var record = new dev.kintsugi.record.LabelEvent();
        record.setEventId(event.id().orElse(null));
        record.setEventTime(event.time());
        record.setSource(event.source().orElse(null));
        record.setLabel(event.label());
        return record;
    }

    static LabelEvent read(dev.kintsugi.record.LabelEvent record) {
        return new LabelEvent(
                Optional.ofNullable(record.getEventId()),
                record.getEventTime(),
                Optional.ofNullable(record.getSource()),
                record.getLabel());
    }
}
