package dev.kintsugi.learn;

import dev.kintsugi.dice.Dice;

/**
 * Varies a voice: its bands moved as by a longer or shorter vocal tract (Jaitly and Hinton, "Vocal tract length perturbation
 * improves speech recognition", 2013), its pace, and its rhythm: which parts of a word are drawn out and which are hurried.
 *
 * @param share of sounds that are varied
 * @param pitch how far bands are moved at most, as a share of their number from the lowest
 * @param pace how much slower or faster at most, as a share
 * @param rhythm how far the middle of a word comes earlier or later at most, as a share of half the word; below 2/π, or
 *     time would go back
 */
record Voice(double share, double pitch, double pace, double rhythm) {
    static final Voice USUAL = new Voice(.7, .18, .2, .4);

    /** The row itself, or a varied copy of it. */
    float[] varied(float[] row, int frames, int bands, Dice dice) {
        if (!dice.chance(share)) {
            return row;
        }
        double bandStep = 1 + dice.between(-pitch, pitch);
        double frameStep = 1 + dice.between(-pace, pace);
        int last = Word.frames(row, bands) - 1;
        double swing = dice.between(-rhythm, rhythm) * last / 2;
        float[] varied = new float[row.length];
        for (int frame = 0; frame < frames; frame++) {
            double from = frame * frameStep;
            double swung = from < last ? from + swing * Math.sin(Math.PI * from / last) : from;
            for (int band = 0; band < bands; band++) {
                varied[frame * bands + band] = at(row, frames, bands, swung, band * bandStep);
            }
        }
        return varied;
    }

    /** Between the four values around a place; what is above the last band or after the last frame is as faint as 0. */
    private static float at(float[] row, int frames, int bands, double frame, double band) {
        int f = (int) frame;
        int b = (int) band;
        double down = frame - f;
        double right = band - b;
        double upper = (1 - right) * value(row, frames, bands, f, b) + right * value(row, frames, bands, f, b + 1);
        double lower =
                (1 - right) * value(row, frames, bands, f + 1, b) + right * value(row, frames, bands, f + 1, b + 1);
        return (float) ((1 - down) * upper + down * lower);
    }

    private static float value(float[] row, int frames, int bands, int frame, int band) {
        return frame < frames && band < bands ? row[frame * bands + band] : 0;
    }
}
