package dev.kintsugi.wire;

import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import java.util.Optional;

/** Observations as Avro records. */
final class ObservationRecords {
    private ObservationRecords() {}

    static dev.kintsugi.record.Observation write(Observation observation) {
        var record = new dev.kintsugi.record.Observation();
        record.setObservationId(observation.id());
        record.setKey(observation.key());
        record.setClosedBy(ContentRecords.closedBy(observation.closedBy()));
        record.setObserved(observation.observed());
        record.setMissing(observation.missing());
        record.setLabel(observation.label().orElse(null));
        record.setEventTime(observation.eventTime());
        record.setDeadline(observation.deadline());
        record.setStreamTime(observation.streamTime());
        record.setClosedAt(observation.closedAt());
        record.setEvents(
                observation.events().stream().map(ObservationRecords::write).toList());
        return record;
    }

    /** What the events say anyway ({@code observed}, {@code label}) is there for other readers, and not read back. */
    static Observation read(dev.kintsugi.record.Observation record) {
        return new Observation(
                record.getObservationId(),
                record.getKey(),
                ContentRecords.closedBy(record.getClosedBy()),
                record.getMissing(),
                record.getEventTime(),
                record.getDeadline(),
                record.getStreamTime(),
                record.getClosedAt(),
                record.getEvents().stream().map(ObservationRecords::read).toList());
    }

    private static dev.kintsugi.record.ObservedEvent write(ObservedEvent event) {
        var record = new dev.kintsugi.record.ObservedEvent();
        record.setModality(event.modality());
        record.setEventId(event.id().orElse(null));
        record.setEventTime(event.time());
        record.setTopic(event.origin().topic());
        record.setPartition(event.origin().partition());
        record.setOffset(event.origin().offset());
        record.setForm(ContentRecords.form(event.content()));
        record.setPayload(Fields.buffer(event.content().bytes()));
        return record;
    }

    private static ObservedEvent read(dev.kintsugi.record.ObservedEvent record) {
        return new ObservedEvent(
                record.getModality(),
                Optional.ofNullable(record.getEventId()),
                record.getEventTime(),
                new Origin(record.getTopic(), record.getPartition(), record.getOffset()),
                ContentRecords.content(record.getForm(), record.getPayload()));
    }
}
