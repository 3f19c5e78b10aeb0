package dev.kintsugi.spec;

/**
 * Grey pictures of one size.
 *
 * @param width in pixels, as the model sees the picture; events may have any size
 * @param height in pixels
 */
public record ImageModality(
        String name,
        String topic,
        String restored,
        boolean required,
        String data,
        int width,
        int height,
        Polarity polarity)
        implements SensedModality {

    static ImageModality from(Section section, String name, String topic, String restored) {
        return new ImageModality(
                name,
                topic,
                restored,
                section.get("required", Form.flag(), true),
                section.get("data", Form.folder(), name),
                section.get("width", Form.whole(1, 256), 28),
                section.get("height", Form.whole(1, 256), 28),
                section.get("polarity", Form.oneOf(Polarity.class), Polarity.DETECT));
    }
}
