package dev.kintsugi.wire;

import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Restored;
import java.util.Optional;

/** Restored modalities as Avro records. */
final class RestoredRecords {
    private RestoredRecords() {}

    static dev.kintsugi.record.Restored write(Restored restored) {
        var record = new dev.kintsugi.record.Restored();
        record.setKey(restored.key());
        record.setModality(restored.modality());
        record.setLabel(restored.guess().map(Guess::label).orElse(null));
        record.setLabelProbability(restored.guess().map(Guess::probability).orElse(null));
        record.setConfidence(restored.confidence());
        record.setModelId(restored.modelId());
        record.setObserved(restored.observed());
        record.setEventTime(restored.eventTime());
        record.setRestoredAt(restored.restoredAt());
        record.setClosedBy(ContentRecords.closedBy(restored.closedBy()));
        record.setObservationId(restored.observationId());
        record.setLineage(restored.lineage().stream().map(SourceRecords::write).toList());
        record.setPreview(restored.preview());
        record.setForm(ContentRecords.form(restored.content()));
        record.setPayload(Fields.buffer(restored.content().bytes()));
        return record;
    }

    static Restored read(dev.kintsugi.record.Restored record) {
        return new Restored(
                record.getKey(),
                record.getModality(),
                guess(record),
                record.getConfidence(),
                record.getModelId(),
                record.getEventTime(),
                record.getRestoredAt(),
                ContentRecords.closedBy(record.getClosedBy()),
                record.getObservationId(),
                record.getLineage().stream().map(SourceRecords::read).toList(),
                record.getPreview(),
                ContentRecords.content(record.getForm(), record.getPayload()));
    }

    private static Optional<Guess> guess(dev.kintsugi.record.Restored record) {
        return record.getLabel() == null || record.getLabelProbability() == null
                ? Optional.empty()
                : Optional.of(new Guess(record.getLabel(), record.getLabelProbability()));
    }
}
