package dev.kintsugi.wire;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ModelRecord;
import dev.kintsugi.record.ModelRecordKind;
import dev.kintsugi.wire.UndecodableException.Reason;

/** What the models topic holds, as Avro records. */
final class ModelRecords {
    /** Far more than any bundle has. */
    private static final int MOST_PARTS = 10_000;

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
            case PART -> part(record);
            case CHOICE -> new ModelRecord.Choice(record.getModelId(), record.getPublishedAt());
            case UNKNOWN -> throw Fields.unknown("kind");
        };
    }

    private static ModelRecord.Part part(dev.kintsugi.record.ModelRecord record) {
        int number = Fields.required(record.getNumber(), "number", ModelRecordKind.PART);
        int parts = Fields.required(record.getParts(), "parts", ModelRecordKind.PART);
        if (number < 0 || number >= parts || parts > MOST_PARTS) {
            throw new UndecodableException(
                    Reason.INCOMPLETE,
                    "it is part " + number + " of " + parts + "; use numbers from 0, of at most " + MOST_PARTS);
        }
        return new ModelRecord.Part(
                record.getModelId(), record.getPublishedAt(), number, parts, Fields.bytes(record.getPayload()));
    }
}
