package dev.kintsugi.learn;

import dev.kintsugi.dice.Dice;

/**
 * Raises and lowers a sound along two random curves: over its bands, as another microphone and another room would, and over
 * its frames, as who stresses other parts of a word would.
 *
 * <p>Values are logarithms of power, so what is added to them is a gain.
 *
 * @param share of sounds that either curve is laid on, drawn for each curve by itself
 * @param bands raised or lowered at most
 * @param frames raised or lowered at most
 */
record Emphasis(double share, double bands, double frames) {
    static final Emphasis USUAL = new Emphasis(.7, .16, .22);

    /** Enough to tell the bass, the formants and the hiss of a sound apart, and no single harmonic. */
    private static final int KNOTS_OF_BANDS = 5;

    /** Enough to tell the beginning, the vowel and the end of a word apart. */
    private static final int KNOTS_OF_FRAMES = 4;

    /** The row itself, or a copy of it with other emphasis; silence stays silent. */
    float[] on(float[] row, int height, int width, Dice dice) {
        double[] byBand = curve(width, KNOTS_OF_BANDS, bands, dice);
        double[] byFrame = curve(Word.frames(row, width), KNOTS_OF_FRAMES, frames, dice);
        if (byBand.length == 0 && byFrame.length == 0) {
            return row;
        }
        float[] emphasised = new float[row.length];
        for (int frame = 0; frame < height; frame++) {
            for (int band = 0; band < width; band++) {
                double value = row[frame * width + band];
                double gain = at(byFrame, frame) + at(byBand, band);
                emphasised[frame * width + band] = value == 0 ? 0 : (float) Math.max(0, Math.min(1, value + gain));
            }
        }
        return emphasised;
    }

    private static double at(double[] curve, int place) {
        return place < curve.length ? curve[place] : 0;
    }

    /** Straight from knot to knot; empty if there is to be none. */
    private double[] curve(int length, int knots, double most, Dice dice) {
        if (!dice.chance(share) || length < 2) {
            return new double[0];
        }
        double[] heights = new double[knots];
        for (int i = 0; i < knots; i++) {
            heights[i] = dice.between(-most, most);
        }
        double[] curve = new double[length];
        for (int i = 0; i < length; i++) {
            double place = i * (knots - 1.0) / (length - 1);
            int knot = Math.min((int) place, knots - 2);
            curve[i] = heights[knot] + (heights[knot + 1] - heights[knot]) * (place - knot);
        }
        return curve;
    }
}
