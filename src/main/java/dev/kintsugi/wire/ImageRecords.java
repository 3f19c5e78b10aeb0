package dev.kintsugi.wire;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.record.ImageEncoding;
import java.util.Optional;

/** Image events as Avro records. */
final class ImageRecords {
    private ImageRecords() {}

    static dev.kintsugi.record.ImageEvent write(ImageEvent event) {
        var record = new dev.kintsugi.record.ImageEvent();
        record.setEventId(event.id().orElse(null));
        record.setEventTime(event.time());
        record.setSource(event.source().orElse(null));
        record.setEncoding(encoding(event.payload()));
        if (event.payload() instanceof ImagePayload.Grey grey) {
            record.setWidth(grey.width());
            record.setHeight(grey.height());
        }
        record.setPayload(Fields.buffer(event.payload().bytes()));
        return record;
    }

    static ImageEvent read(dev.kintsugi.record.ImageEvent record) {
        return new ImageEvent(
                Optional.ofNullable(record.getEventId()),
                record.getEventTime(),
                Optional.ofNullable(record.getSource()),
                payload(record));
    }

    private static ImageEncoding encoding(ImagePayload payload) {
        if (payload instanceof ImagePayload.Png) {
            return ImageEncoding.PNG;
        }
        return payload instanceof ImagePayload.Jpeg ? ImageEncoding.JPEG : ImageEncoding.GREY8;
    }

    private static ImagePayload payload(dev.kintsugi.record.ImageEvent record) {
        Bytes bytes = Fields.bytes(record.getPayload());
        return switch (record.getEncoding()) {
            case PNG -> new ImagePayload.Png(bytes);
            case JPEG -> new ImagePayload.Jpeg(bytes);
            case GREY8 ->
                new ImagePayload.Grey(
                        Fields.required(record.getWidth(), "width", ImageEncoding.GREY8),
                        Fields.required(record.getHeight(), "height", ImageEncoding.GREY8),
                        bytes);
            case UNKNOWN -> throw Fields.unknown("encoding");
        };
    }
}
