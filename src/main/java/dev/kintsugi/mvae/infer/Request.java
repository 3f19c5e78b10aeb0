package dev.kintsugi.mvae.infer;

/**
 * What to decode.
 *
 * @param samples decodes of each missing part
 * @param reconstruct whether parts that are present are decoded too, once, from the means
 */
public record Request(Draw draw, int samples, boolean reconstruct) {
    /** Which parts of the latent are drawn rather than taken at their mean. */
    public enum Draw {
        /** None: the shared part at its mean, private parts zero. */
        NOTHING,
        /** Private parts, from N(0, I). */
        PRIVATE,
        /** Private parts, and the shared part from its posterior. */
        ALL
    }

    public Request {
        if (samples < 0) {
            throw new IllegalArgumentException(samples + " samples; use 0 or more");
        }
    }

    /** Nothing is decoded. */
    public static Request nothing() {
        return new Request(Draw.NOTHING, 0, false);
    }

    /** One decode of each missing part, at the means. */
    public static Request mean() {
        return new Request(Draw.NOTHING, 1, false);
    }
}
