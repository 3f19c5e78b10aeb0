package dev.kintsugi.codec.audio;

import java.util.Arrays;

/**
 * Turns sounds into what models hear: the logarithm of the power in bands of pitch, frame by frame, as 0 to 1.
 *
 * <p>The word is found and levelled first: the loudest frame's root mean square becomes {@link #LEVEL}. Frame f looks
 * at the samples from {@code f * hop}; frames after the end of the sound are 0, as all of silence is.
 *
 * <p>This is a plan, made once and safe for several threads; each thread brings its own {@link Workspace}.
 */
public final class LogMel {
    /** Puts a pure tone at .9 and speech below it: nothing of real speech reaches 1. */
    static final double LEVEL = .4;

    private final MelSettings settings;
    private final MelFilters filters;
    private final Spectra spectra;
    private final double bottom;
    private final double span;

    public LogMel(MelSettings settings) {
        this.settings = settings;
        filters = new MelFilters(settings);
        spectra = new Spectra(settings.window());
        bottom = Math.log10(settings.floor());
        span = Math.log10(settings.ceiling()) - bottom;
    }

    /** What one thread at a time computes in. */
    public static final class Workspace {
        private final float[] frame;
        private final float[] power;
        private final float[] mel;

        private Workspace(MelSettings settings) {
            frame = new float[settings.window()];
            power = new float[settings.bins()];
            mel = new float[settings.bands()];
        }
    }

    public MelSettings settings() {
        return settings;
    }

    public Workspace workspace() {
        return new Workspace(settings);
    }

    /** The values of a sound of any rate and length, frame by frame from the first and low bands first. */
    public float[] of(Sound sound) {
        float[] values = new float[settings.size()];
        into(sound, workspace(), values, 0);
        return values;
    }

    /** As {@link #of}, into an array; nothing is allocated for a sound of the model's own rate. */
    public void into(Sound sound, Workspace workspace, float[] values, int at) {
        Sound rated = Resampling.toRate(sound, settings.rate());
        int from = Onset.of(rated, settings.hop());
        int to = Math.min(rated.length(), from + settings.samples());
        double gain = gain(rated, from, to);
        int heard = gain == 0 ? 0 : (to - from + settings.hop() - 1) / settings.hop();
        for (int frame = 0; frame < heard; frame++) {
            spectra.analyse(rated.shared(), from + frame * settings.hop(), to, workspace.frame);
            Spectra.power(workspace.frame, workspace.power);
            filters.apply(workspace.power, workspace.mel);
            logarithms(workspace.mel, gain * gain, values, at + frame * settings.bands());
        }
        Arrays.fill(values, at + heard * settings.bands(), at + settings.size(), 0);
    }

    private void logarithms(float[] mel, double gain, float[] values, int at) {
        for (int band = 0; band < mel.length; band++) {
            double value = (Math.log10(gain * mel[band] + settings.floor()) - bottom) / span;
            values[at + band] = (float) Math.max(0, Math.min(1, value));
        }
    }

    /** What levels the sound, or 0 if it is silent. */
    private double gain(Sound sound, int from, int to) {
        if (sound.peak(from, to) < Word.SILENT) {
            return 0;
        }
        double loudest = 0;
        for (int at = from; at < to; at += settings.hop()) {
            loudest = Math.max(loudest, sound.energy(at, Math.min(to, at + settings.window())));
        }
        return LEVEL / Math.sqrt(loudest / settings.window());
    }
}
