package dev.kintsugi.wire;

import dev.kintsugi.event.Origin;
import dev.kintsugi.event.SourceEvent;

/** Lineage as Avro records. */
final class SourceRecords {
    private SourceRecords() {}

    static dev.kintsugi.record.SourceEvent write(SourceEvent source) {
        Origin origin = source.origin();
        return new dev.kintsugi.record.SourceEvent(
                source.modality(), origin.topic(), origin.partition(), origin.offset());
    }

    static SourceEvent read(dev.kintsugi.record.SourceEvent record) {
        return new SourceEvent(
                record.getModality(), new Origin(record.getTopic(), record.getPartition(), record.getOffset()));
    }
}
