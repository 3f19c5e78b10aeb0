package dev.kintsugi.spec;

/**
 * Mono sound of one length at one rate.
 *
 * @param rate samples a second, as the model hears them; events may have any common rate
 * @param seconds the length that the model hears; shorter sounds are padded, longer ones cut
 */
public record AudioModality(
        String name, String topic, String restored, boolean required, String data, int rate, double seconds)
        implements SensedModality {

    /**
     * 64 frames of 128 samples at 8 kHz. As 16-bit WAV that is 16 KB, less than the 20 KB of a record that Kafka UIs
     * show; at 48 kHz it is 98 KB, which costs that view and nothing else.
     */
    private static final double LONGEST = 1.024;

    private static final double SHORTEST = 0.05;

    static AudioModality from(Section section, String name, String topic, String restored) {
        return new AudioModality(
                name,
                topic,
                restored,
                section.get("required", Form.flag(), true),
                section.get("data", Form.folder(), name),
                section.get("rate", Form.whole(4_000, 48_000), 8_000),
                section.get("seconds", Form.decimal(SHORTEST, LONGEST), LONGEST));
    }

    /** The length that the model hears, in samples. */
    public int samples() {
        return (int) Math.round(rate * seconds);
    }
}
