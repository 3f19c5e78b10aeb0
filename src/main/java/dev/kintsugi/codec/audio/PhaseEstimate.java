package dev.kintsugi.codec.audio;

import java.util.Arrays;

/**
 * Guesses the phases of a spectrogram in one pass: single-pass spectrogram inversion (Beauregard, Harish and Wyse
 * 2015).
 *
 * <p>Each peak of a frame is taken for a tone, whose frequency a parabola through the peak and its neighbours tells;
 * its phase moves on by what that frequency turns in one hop. The bins on the peak's slopes turn with it, in
 * alternate signs, which puts the energy into the middle of the window.
 */
final class PhaseEstimate {
    private static final double TURN = 2 * Math.PI;

    private PhaseEstimate() {}

    /**
     * @param magnitudes of one frame, none at 0 Hz and at half the rate
     * @param phases of the frame before, and then of this one
     * @param spectrum this frame's, as {@link Spectra} lays it out
     */
    static void advance(float[] magnitudes, int hop, float[] phases, float[] spectrum) {
        Arrays.fill(spectrum, 0);
        double turn = TURN * hop / spectrum.length;
        for (int peak = 1; peak < magnitudes.length - 1; peak++) {
            float height = magnitudes[peak];
            if (height > magnitudes[peak - 1] && height >= magnitudes[peak + 1]) {
                double phase = phases[peak] + turn * (peak + offset(magnitudes, peak));
                lock(magnitudes, peak, (float) (phase - TURN * Math.floor(phase / TURN)), phases, spectrum);
            }
        }
    }

    /** Where the top of the parabola lies, from half a bin below the peak to half a bin above it. */
    private static double offset(float[] magnitudes, int peak) {
        double left = magnitudes[peak - 1];
        double right = magnitudes[peak + 1];
        return .5 * (left - right) / (left - 2.0 * magnitudes[peak] + right);
    }

    private static void lock(float[] magnitudes, int peak, float phase, float[] phases, float[] spectrum) {
        float cos = (float) Math.cos(phase);
        float sin = (float) Math.sin(phase);
        int first = peak;
        while (first > 1 && magnitudes[first - 1] < magnitudes[first]) {
            first--;
        }
        int last = peak;
        while (last < magnitudes.length - 2 && magnitudes[last + 1] <= magnitudes[last]) {
            last++;
        }
        for (int bin = first; bin <= last; bin++) {
            boolean opposite = (bin - peak & 1) != 0;
            float signed = opposite ? -magnitudes[bin] : magnitudes[bin];
            phases[bin] = opposite ? phase + (float) Math.PI : phase;
            spectrum[2 * bin] = signed * cos;
            spectrum[2 * bin + 1] = signed * sin;
        }
    }
}
