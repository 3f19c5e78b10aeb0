package dev.kintsugi.codec.audio;

import be.tarsos.dsp.util.fft.FFT;
import be.tarsos.dsp.util.fft.HannWindow;

/**
 * Spectra of short stretches of sound, by TarsosDSP's FFT under its Hann window, and sound out of spectra again.
 *
 * <p>A spectrum is laid out as that FFT has it: real and imaginary parts in turn, and the real part at half the rate in
 * place of the imaginary part at 0 Hz, which is none. Safe for several threads: for powers of two, that FFT writes to
 * nothing but the frame.
 */
final class Spectra {
    private final FFT fft;
    private final float[] hann;

    Spectra(int window) {
        fft = new FFT(window);
        hann = new HannWindow().generateCurve(window);
    }

    /** The spectrum of what begins at a sample; from {@code to} on, the sound is silent. */
    void analyse(float[] samples, int at, int to, float[] frame) {
        int heard = Math.min(frame.length, to - at);
        for (int i = 0; i < heard; i++) {
            frame[i] = samples[at + i] * hann[i];
        }
        for (int i = heard; i < frame.length; i++) {
            frame[i] = 0;
        }
        fft.forwardTransform(frame);
    }

    /** Adds the sound of a spectrum, which is overwritten. */
    void add(float[] frame, float gain, float[] samples, int at) {
        fft.backwardsTransform(frame);
        for (int i = 0; i < frame.length; i++) {
            samples[at + i] += frame[i] * hann[i] * gain;
        }
    }

    /** What makes overlapping frames add up to what they were taken from, if they overlap by three quarters or more. */
    float gain(int hop) {
        double sum = 0;
        for (float weight : hann) {
            sum += weight * weight;
        }
        return (float) (hop / sum);
    }

    /** The power of each bin, from 0 Hz to half the rate. */
    static void power(float[] frame, float[] power) {
        int last = power.length - 1;
        power[0] = frame[0] * frame[0];
        power[last] = frame[1] * frame[1];
        for (int bin = 1; bin < last; bin++) {
            float re = frame[2 * bin];
            float im = frame[2 * bin + 1];
            power[bin] = re * re + im * im;
        }
    }
}
