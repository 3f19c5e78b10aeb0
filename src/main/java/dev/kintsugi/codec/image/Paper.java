package dev.kintsugi.codec.image;

/**
 * What a picture is drawn on, and so what in it is ink: 0 where there is none, 255 where it is strongest.
 *
 * <p>Paper is the median along the edge, and its grain how far half of the edge is from that. What lies within four
 * times the grain is paper too (2.7 standard deviations, if it is Gaussian).
 *
 * @param light whether ink is lighter than paper
 * @param level the brightness of the paper
 * @param grain what is taken off all ink
 * @param strength of the strongest ink, grain taken off
 */
record Paper(boolean light, int level, int grain, int strength) {
    /** Fainter than this, of 255, is no drawing. */
    private static final int FAINTEST = 8;

    /** From this on, ink is left as strong as it is: of MNIST the faintest is 254, of Kannada-MNIST 227. */
    private static final int STRONG = 224;

    static Paper of(Picture picture, Polarity polarity) {
        int[] edge = edge(picture);
        int level = median(edge);
        int darkest = darkest(picture);
        int lightest = lightest(picture);
        boolean light = switch (polarity) {
            case LIGHT_ON_DARK -> true;
            case DARK_ON_LIGHT -> false;
            case DETECT -> lightest - level >= level - darkest;
        };
        int range = light ? lightest - level : level - darkest;
        int grain = Math.min(4 * median(distances(edge, level)), range / 3);
        return new Paper(light, level, grain, range - grain);
    }

    boolean blank() {
        return strength < FAINTEST;
    }

    /** Whether brightness and ink are the same thing. */
    boolean clean() {
        return light && level == 0 && grain == 0 && strength >= STRONG;
    }

    /** How much ink there is at a pixel of some brightness, 0 to 255. */
    float ink(int grey) {
        if (clean()) {
            return grey;
        }
        int above = (light ? grey - level : level - grey) - grain;
        return above <= 0 ? 0 : Math.min(255, 255f * above / strength);
    }

    // Not by Math.min and Math.max: what is seldom taken is quicker as a branch.
    private static int darkest(Picture picture) {
        int darkest = 255;
        for (byte grey : picture.shared()) {
            if ((grey & 0xff) < darkest) {
                darkest = grey & 0xff;
            }
        }
        return darkest;
    }

    private static int lightest(Picture picture) {
        int lightest = 0;
        for (byte grey : picture.shared()) {
            if ((grey & 0xff) > lightest) {
                lightest = grey & 0xff;
            }
        }
        return lightest;
    }

    /** How many pixels of the edge have each brightness. */
    private static int[] edge(Picture picture) {
        int[] counts = new int[256];
        int right = picture.width() - 1;
        int bottom = picture.height() - 1;
        for (int x = 0; x <= right; x++) {
            counts[picture.at(x, 0)]++;
            counts[picture.at(x, bottom)]++;
        }
        for (int y = 1; y < bottom; y++) {
            counts[picture.at(0, y)]++;
            counts[picture.at(right, y)]++;
        }
        return counts;
    }

    private static int[] distances(int[] counts, int level) {
        int[] distances = new int[256];
        for (int grey = 0; grey < 256; grey++) {
            distances[Math.abs(grey - level)] += counts[grey];
        }
        return distances;
    }

    private static int median(int[] counts) {
        int all = 0;
        for (int count : counts) {
            all += count;
        }
        int value = 0;
        for (int below = counts[0]; 2 * below < all; below += counts[value]) {
            value++;
        }
        return value;
    }
}
