package dev.kintsugi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.record.PayloadForm;
import java.nio.ByteBuffer;

/** The values that observations and restored records share, as Avro has them. */
final class ContentRecords {
    private ContentRecords() {}

    static PayloadForm form(Content content) {
        if (content instanceof Content.Png) {
            return PayloadForm.PNG;
        }
        return content instanceof Content.Wav ? PayloadForm.WAV : PayloadForm.LABEL;
    }

    static Content content(PayloadForm form, ByteBuffer payload) {
        Bytes bytes = Fields.bytes(payload);
        return switch (form) {
            case PNG -> new Content.Png(bytes);
            case WAV -> new Content.Wav(bytes);
            case LABEL -> new Content.Label(new String(bytes.array(), UTF_8));
            case UNKNOWN -> throw Fields.unknown("form");
        };
    }

    static dev.kintsugi.record.ClosedBy closedBy(ClosedBy reason) {
        return switch (reason) {
            case COMPLETE -> dev.kintsugi.record.ClosedBy.COMPLETE;
            case DEADLINE -> dev.kintsugi.record.ClosedBy.DEADLINE;
            case PATIENCE -> dev.kintsugi.record.ClosedBy.PATIENCE;
            case LATE -> dev.kintsugi.record.ClosedBy.LATE;
            case LIMIT -> dev.kintsugi.record.ClosedBy.LIMIT;
        };
    }

    static ClosedBy closedBy(dev.kintsugi.record.ClosedBy reason) {
        return switch (reason) {
            case COMPLETE -> ClosedBy.COMPLETE;
            case DEADLINE -> ClosedBy.DEADLINE;
            case PATIENCE -> ClosedBy.PATIENCE;
            case LATE -> ClosedBy.LATE;
            case LIMIT -> ClosedBy.LIMIT;
            case UNKNOWN -> throw Fields.unknown("closedBy");
        };
    }
}
