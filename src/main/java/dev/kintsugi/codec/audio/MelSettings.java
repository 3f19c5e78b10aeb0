package dev.kintsugi.codec.audio;

/**
 * How a sound becomes a picture of its pitches over time: {@code frames} rows of {@code bands} values of 0 to 1.
 *
 * <p>A value is the logarithm of a band's power, 0 at {@code floor} and 1 at {@code ceiling}: see {@link LogMel}.
 *
 * @param rate samples a second
 * @param window samples that one frame looks at
 * @param hop samples from one frame to the next
 * @param lowest where the first band begins, in hertz
 * @param highest where the last band ends, in hertz
 * @param floor added to every power, so that silence has a logarithm
 * @param ceiling the power above which a value stays 1
 */
public record MelSettings(
        int rate,
        int window,
        int hop,
        int bands,
        int frames,
        double lowest,
        double highest,
        double floor,
        double ceiling) {

    /** What the shipped models hear: 1.024 s at 8 kHz as 64 frames of 40 bands. */
    public static final MelSettings SPOKEN_DIGITS = new MelSettings(8_000, 256, 128, 40, 64, 60, 4_000, 1e-5, 100);

    public MelSettings {
        require(Sound.rateAccepted(rate), "rate", rate, Sound.LOWEST_RATE + " to " + Sound.HIGHEST_RATE);
        require(Integer.bitCount(window) == 1 && window >= 64, "window", window, "a power of two from 64");
        require(window <= 8_192, "window", window, "at most 8192");
        boolean overlaps = 2 * hop == window || 4 * hop == window || 8 * hop == window;
        require(overlaps, "hop", hop, "a half, a quarter or an eighth of the window, " + window);
        require(bands >= 2 && bands <= window / 2, "bands", bands, "2 to half the window, " + window);
        require(frames >= 1 && frames <= 4_096, "frames", frames, "1 to 4096");
        require(lowest >= 0 && lowest < highest, "lowest", lowest, "0 or more, and less than highest, " + highest);
        require(highest <= rate / 2.0, "highest", highest, "at most half the rate, " + rate);
        require(floor > 0 && floor < ceiling, "floor", floor, "more than 0 and less than ceiling, " + ceiling);
        require(Double.isFinite(ceiling), "ceiling", ceiling, "a number");
    }

    /** How many samples are heard; those after them are not. */
    public int samples() {
        return frames * hop;
    }

    /** How many values a sound becomes. */
    public int size() {
        return frames * bands;
    }

    /** How many frequencies a frame tells apart, from 0 to half the rate. */
    int bins() {
        return window / 2 + 1;
    }

    private static void require(boolean good, String what, Number value, String expected) {
        if (!good) {
            throw new IllegalArgumentException("mel " + what + " is " + value + "; expected " + expected);
        }
    }
}
