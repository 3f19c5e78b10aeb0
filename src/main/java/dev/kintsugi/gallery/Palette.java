package dev.kintsugi.gallery;

/** The colours that everything is drawn in, as {@code 0xrrggbb}. */
public final class Palette {
    /** Behind contact sheets: lacquer. */
    static final int LACQUER = 0x14161c;

    /** Captions on lacquer. */
    static final int CHALK = 0xc9c5ba;

    /** The seams. */
    static final int GOLD = 0xd4a23a;

    /** Ten colours that are told apart by people who do not see all colours too (after Paul Tol, and Okabe and Ito). */
    private static final int[] LABELS = {
        0x4477aa, 0xee6677, 0x228833, 0xccbb44, 0x66ccee, 0xaa3377, 0xe69f00, 0x8c8c8c, 0x8d6bd1, 0x9a5b2e
    };

    /** From silence to the loudest: night, plum, copper, gold, light. */
    private static final int[] GLOW = {0x0b0c18, 0x2a1844, 0x6b2352, 0xb4482f, 0xdf962c, 0xfbe9a7};

    private Palette() {}

    /** The colour of a label by its place; they begin again after the tenth. */
    static int label(int number) {
        return LABELS[number % LABELS.length];
    }

    static int grey(double value) {
        int light = (int) Math.round(255 * within(value));
        return light << 16 | light << 8 | light;
    }

    static int glow(double value) {
        double place = within(value) * (GLOW.length - 1);
        int step = Math.min((int) place, GLOW.length - 2);
        return between(GLOW[step], GLOW[step + 1], place - step);
    }

    static String css(int colour) {
        return String.format("#%06x", colour);
    }

    private static int between(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = from >> shift & 0xff;
            int high = to >> shift & 0xff;
            mixed |= (int) Math.round(low + share * (high - low)) << shift;
        }
        return mixed;
    }

    private static double within(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
