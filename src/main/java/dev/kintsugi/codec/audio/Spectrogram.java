package dev.kintsugi.codec.audio;

import java.util.Arrays;

/**
 * A sound in the making: the magnitudes it should have, the spectra and samples it has so far.
 *
 * <p>Arrays that one thread at a time reuses from sound to sound. Frames that are silent are left out of all work.
 */
final class Spectrogram {
    final int hop;
    final float[][] magnitudes;
    final boolean[] loud;
    final float[][] spectra;

    /** The spectra of the samples in the round before: what fast Griffin-Lim carries its momentum from. */
    final float[][] before;

    final float[] phases;
    final float[] frame;
    final float[] samples;

    Spectrogram(int frames, int window, int hop) {
        this.hop = hop;
        int bins = window / 2 + 1;
        magnitudes = new float[frames][bins];
        loud = new boolean[frames];
        spectra = new float[frames][window];
        before = new float[frames][window];
        phases = new float[bins];
        frame = new float[window];
        samples = new float[(frames - 1) * hop + window];
    }

    int frames() {
        return magnitudes.length;
    }

    /** How many samples the sound has, up to the end of its last loud frame; 0 if all is silent. */
    int length() {
        for (int f = frames() - 1; f >= 0; f--) {
            if (loud[f]) {
                return f * hop + frame.length;
            }
        }
        return 0;
    }

    /** Phases begin at 0 and run through silence, so the same magnitudes always give the same sound. */
    void guessPhases() {
        Arrays.fill(phases, 0);
        for (int f = 0; f < frames(); f++) {
            if (loud[f]) {
                PhaseEstimate.advance(magnitudes[f], hop, phases, spectra[f]);
            }
        }
    }

    /** Adds up the samples that the spectra stand for. */
    void overlapAdd(Spectra transform) {
        Arrays.fill(samples, 0);
        float gain = transform.gain(hop);
        for (int f = 0; f < frames(); f++) {
            if (loud[f]) {
                System.arraycopy(spectra[f], 0, frame, 0, frame.length);
                transform.add(frame, gain, samples, f * hop);
            }
        }
    }
}
