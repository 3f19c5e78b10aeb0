package dev.kintsugi.wire;

import dev.kintsugi.event.Estimate;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import java.util.Optional;

/** Comparisons in hindsight as Avro records. */
final class HindsightRecords {
    private HindsightRecords() {}

    static dev.kintsugi.record.Hindsight write(Hindsight hindsight) {
        var record = new dev.kintsugi.record.Hindsight();
        record.setKey(hindsight.key());
        record.setObservationId(hindsight.observationId());
        record.setModality(hindsight.event().modality());
        record.setShadow(hindsight.shadow());
        record.setAgrees(hindsight.agrees().orElse(null));
        Optional<Guess> said = hindsight.estimate().flatMap(Estimate::guess);
        record.setEstimatedLabel(said.map(Guess::label).orElse(null));
        record.setEstimatedProbability(said.map(Guess::probability).orElse(null));
        record.setConfidence(hindsight.estimate().map(Estimate::confidence).orElse(null));
        record.setModelId(hindsight.estimate().map(Estimate::modelId).orElse(null));
        record.setTrueLabel(hindsight.truth().map(Guess::label).orElse(null));
        record.setTrueProbability(hindsight.truth().map(Guess::probability).orElse(null));
        record.setClosedBy(ContentRecords.closedBy(hindsight.closedBy()));
        record.setComparedAt(hindsight.comparedAt());
        write(record, hindsight.event());
        return record;
    }

    private static void write(dev.kintsugi.record.Hindsight record, ObservedEvent event) {
        record.setEventId(event.id().orElse(null));
        record.setEventTime(event.time());
        record.setTopic(event.origin().topic());
        record.setPartition(event.origin().partition());
        record.setOffset(event.origin().offset());
        record.setForm(ContentRecords.form(event.content()));
        record.setPayload(Fields.buffer(event.content().bytes()));
    }

    static Hindsight read(dev.kintsugi.record.Hindsight record) {
        return new Hindsight(
                record.getKey(),
                record.getObservationId(),
                ContentRecords.closedBy(record.getClosedBy()),
                record.getShadow(),
                estimate(record),
                guess(record.getTrueLabel(), record.getTrueProbability()),
                Optional.ofNullable(record.getAgrees()),
                record.getComparedAt(),
                event(record));
    }

    private static Optional<Estimate> estimate(dev.kintsugi.record.Hindsight record) {
        return record.getConfidence() == null || record.getModelId() == null
                ? Optional.empty()
                : Optional.of(new Estimate(
                        record.getModality(),
                        guess(record.getEstimatedLabel(), record.getEstimatedProbability()),
                        record.getConfidence(),
                        record.getModelId()));
    }

    private static Optional<Guess> guess(String label, Float probability) {
        return label == null || probability == null ? Optional.empty() : Optional.of(new Guess(label, probability));
    }

    private static ObservedEvent event(dev.kintsugi.record.Hindsight record) {
        return new ObservedEvent(
                record.getModality(),
                Optional.ofNullable(record.getEventId()),
                record.getEventTime(),
                new Origin(record.getTopic(), record.getPartition(), record.getOffset()),
                ContentRecords.content(record.getForm(), record.getPayload()));
    }
}
