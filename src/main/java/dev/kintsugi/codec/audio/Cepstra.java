package dev.kintsugi.codec.audio;

import be.tarsos.dsp.mfcc.MFCC;
import java.util.Arrays;

/**
 * Mel-frequency cepstral coefficients of a sound, frame by frame, by the steps of TarsosDSP's {@link MFCC}.
 *
 * <p>Its own table of filters is not used: release 2.4.1 puts each centre one place too low and leaves the last at 0
 * Hz, so that two of the filters are wrong. Safe for several threads.
 */
public final class Cepstra {
    /** Added to the magnitude of every band: the logarithm of silence is then no outlier. */
    private static final float FLOOR = 1e-3f;

    private final MelSettings settings;
    private final int coefficients;
    private final MFCC steps;
    private final int[] centres;

    /** @param coefficients per frame, the first of them being the level */
    public Cepstra(MelSettings settings, int coefficients) {
        if (coefficients < 1 || coefficients > settings.bands()) {
            throw new IllegalArgumentException(
                    coefficients + " cepstral coefficients; expected 1 to the number of bands, " + settings.bands());
        }
        this.settings = settings;
        this.coefficients = coefficients;
        steps = new MFCC(
                settings.window(), settings.rate(), coefficients, settings.bands(), (float) settings.lowest(), (float)
                        settings.highest());
        double[] edges = MelFilters.edges(settings);
        double width = (double) settings.rate() / settings.window();
        centres = Arrays.stream(edges)
                .mapToInt(hertz -> (int) Math.round(hertz / width))
                .toArray();
    }

    /** As many values as there are frames, times the coefficients; of the same word that {@link LogMel} hears. */
    public float[] of(Sound sound) {
        float[] samples = CanonicalSound.of(sound, settings).shared();
        float[] values = new float[settings.frames() * coefficients];
        for (int frame = 0; frame < settings.frames(); frame++) {
            float[] cepstrum = cepstrum(samples, frame * settings.hop());
            System.arraycopy(cepstrum, 0, values, frame * coefficients, coefficients);
        }
        return values;
    }

    private float[] cepstrum(float[] samples, int at) {
        int from = Math.min(at, samples.length);
        float[] frame = Arrays.copyOfRange(samples, from, Math.min(samples.length, at + settings.window()));
        float[] magnitudes = steps.magnitudeSpectrum(Arrays.copyOf(frame, settings.window()));
        float[] bands = steps.melFilter(magnitudes, centres);
        for (int band = 0; band < bands.length; band++) {
            bands[band] += FLOOR;
        }
        return steps.cepCoefficients(steps.nonLinearTransformation(bands));
    }
}
