package dev.kintsugi.learn;

import dev.kintsugi.dice.Dice;

/**
 * Hides a few neighbouring bands and a few frames of a sound (masks: Park and others, "SpecAugment", 2019; that the whole is
 * to be told from it: Vincent and others, denoising autoencoders, 2008).
 *
 * @param share of sounds that are veiled
 * @param bands hidden at most, as a share of all
 * @param frames hidden at most, as a share of all
 */
record Veil(double share, double bands, double frames) {
    static final Veil USUAL = new Veil(.5, .15, .1);

    /** The row itself, or a veiled copy of it. */
    float[] over(float[] row, int height, int width, Dice dice) {
        if (!dice.chance(share)) {
            return row;
        }
        float[] veiled = row.clone();
        hide(veiled, width, Stretch.of(height, frames, dice), new Stretch(0, width));
        hide(veiled, width, new Stretch(0, height), Stretch.of(width, bands, dice));
        return veiled;
    }

    private static void hide(float[] row, int width, Stretch frames, Stretch bands) {
        for (int frame = frames.from(); frame < frames.to(); frame++) {
            for (int band = bands.from(); band < bands.to(); band++) {
                row[frame * width + band] = 0;
            }
        }
    }

    private record Stretch(int from, int to) {
        static Stretch of(int all, double share, Dice dice) {
            int length = dice.below((int) (all * share) + 1);
            int from = dice.below(all - length + 1);
            return new Stretch(from, from + length);
        }
    }
}
