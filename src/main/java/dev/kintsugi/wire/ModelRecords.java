package dev.kintsugi.wire;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ModelRecord;
import dev.kintsugi.record.ModelRecordKind;

/** What the models topic holds, as Avro records. */
final class ModelRecords {
    private static final Bytes NOTHING = Bytes.of(new byte[0]);

    private ModelRecords() {}

    static dev.kintsugi.record.ModelRecord write(ModelRecord of) {
        var record = new dev.kintsugi.record.ModelRecord();
        record.setModelId(of.modelId());
        record.setPublishedAt(of.publishedAt());
        if (of instanceof ModelRecord.Part part) {
            record.setKind(ModelRecordKind.PART);
            record.setNumber(part.number());
            record.setParts(part.parts());
            record.setPayload(Fields.buffer(part.bytes()));
        } else {
            record.setKind(ModelRecordKind.CHOICE);
            record.setPayload(Fields.buffer(NOTHING));
        }
        return record;
    }

    static ModelRecord read(dev.kintsugi.record.ModelRecord record) {
        return switch (record.getKind()) {
            case PART ->
                new ModelRecord.Part(
                        record.getModelId(),
                        record.getPublishedAt(),
                        Fields.required(record.getNumber(), "number", ModelRecordKind.PART),
                        Fields.required(record.getParts(), "parts", ModelRecordKind.PART),
                        Fields.bytes(record.getPayload()));
            case CHOICE -> new ModelRecord.Choice(record.getModelId(), record.getPublishedAt());
            case UNKNOWN -> throw Fields.unknown("kind");
        };
    }
}
