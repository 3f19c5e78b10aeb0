package dev.kintsugi.codec.audio;

import dev.kintsugi.codec.Decoded;
import java.util.Arrays;

/**
 * Turns what {@link LogMel} made of a sound, or what a model made up, back into a sound.
 *
 * <pre>
 *   values ─► powers of bands ─► powers of bins ─► magnitudes ─► phases guessed ─► a few rounds ─► level ─► sound
 *             (exponential)      (MelFilters)      (and half-way  (PhaseEstimate)   (GriffinLim)
 *                                                   frames)
 * </pre>
 *
 * <p>Frames are brought to overlap by three quarters, by frames half-way between: with half an overlap, phases are too
 * loosely bound to be found. The same values always give the same samples.
 *
 * <p>This is a plan, made once and safe for several threads; each thread brings its own {@link Workspace}. Reasons
 * given: {@code mel-size-mismatch}, {@code mel-not-finite}.
 */
public final class Vocoder {
    private static final int ROUNDS = 3;
    private static final int UPDATES = 6;

    /** A frame without a value above this is silent: 60 dB and more below a voice. */
    private static final float SILENT = .05f;

    /** One decibel below full scale. */
    private static final float LOUDEST = .89f;

    private final MelSettings settings;
    private final MelFilters filters;
    private final Spectra spectra;

    /** How many frames are synthesised for each one that is given. */
    private final int density;

    /** Of each thread: to make it anew for each sound would take a good part of the time. */
    private final ThreadLocal<Workspace> own = ThreadLocal.withInitial(this::workspace);

    public Vocoder(MelSettings settings) {
        this.settings = settings;
        filters = new MelFilters(settings);
        spectra = new Spectra(settings.window());
        density = Math.max(1, 4 * settings.hop() / settings.window());
    }

    /** What one thread at a time computes in. */
    public static final class Workspace {
        final Spectrogram sound;
        private final float[] mel;
        private final float[] ratios;
        private final float[] correction;

        private Workspace(MelSettings settings, int density) {
            int frames = (settings.frames() - 1) * density + 1;
            sound = new Spectrogram(frames, settings.window(), settings.hop() / density);
            mel = new float[settings.bands()];
            ratios = new float[settings.bands()];
            correction = new float[settings.bins()];
        }
    }

    public MelSettings settings() {
        return settings;
    }

    public Workspace workspace() {
        return new Workspace(settings, density);
    }

    /** The sound of as many values as {@link MelSettings#size} asks for; what lies outside 0 to 1 is cut off. */
    public Decoded<Sound> sound(float[] values) {
        if (values.length != settings.size()) {
            return Decoded.bad(
                    "mel-size-mismatch",
                    values.length + " values; expected " + settings.frames() + " frames of " + settings.bands());
        }
        return sound(values, 0, own.get());
    }

    /** As {@link #sound(float[])}, of values that begin at an index. */
    public Decoded<Sound> sound(float[] values, int at, Workspace workspace) {
        for (int i = 0; i < settings.size(); i++) {
            if (!Float.isFinite(values[at + i])) {
                return Decoded.bad(
                        "mel-not-finite", "value " + i + " is " + values[at + i] + "; expected a number of 0 to 1");
            }
        }
        Spectrogram sound = workspace.sound;
        magnitudes(values, at, workspace);
        sound.guessPhases();
        GriffinLim.run(sound, ROUNDS, GriffinLim.MOMENTUM, spectra);
        return Decoded.ok(levelled(sound));
    }

    private void magnitudes(float[] values, int at, Workspace workspace) {
        Spectrogram sound = workspace.sound;
        for (int frame = 0; frame < settings.frames(); frame++) {
            int f = frame * density;
            sound.loud[f] = powers(values, at + frame * settings.bands(), workspace.mel);
            float[] magnitudes = sound.magnitudes[f];
            if (sound.loud[f]) {
                filters.invert(workspace.mel, UPDATES, magnitudes, workspace.correction, workspace.ratios);
                roots(magnitudes);
            } else {
                Arrays.fill(magnitudes, 0);
            }
        }
        for (int f = 0; f + density < sound.frames(); f += density) {
            between(sound, f, f + density);
        }
    }

    /** Undoes the logarithms of a frame, and tells whether anything in it is loud enough to be heard. */
    private boolean powers(float[] values, int at, float[] mel) {
        double span = Math.log(settings.ceiling() / settings.floor());
        float loudest = 0;
        for (int band = 0; band < mel.length; band++) {
            float value = Math.max(0, Math.min(1, values[at + band]));
            mel[band] = (float) (settings.floor() * Math.expm1(span * value));
            loudest = Math.max(loudest, value);
        }
        return loudest > SILENT;
    }

    private static void roots(float[] powers) {
        for (int bin = 1; bin < powers.length - 1; bin++) {
            powers[bin] = (float) Math.sqrt(powers[bin]);
        }
        powers[0] = 0;
        powers[powers.length - 1] = 0;
    }

    private static void between(Spectrogram sound, int from, int to) {
        for (int f = from + 1; f < to; f++) {
            sound.loud[f] = sound.loud[from] || sound.loud[to];
            float share = (float) (f - from) / (to - from);
            for (int bin = 0; bin < sound.magnitudes[f].length; bin++) {
                float low = sound.magnitudes[from][bin];
                sound.magnitudes[f][bin] = low + share * (sound.magnitudes[to][bin] - low);
            }
        }
    }

    /** Cuts off the silence after the word, and turns down what is too loud; what is faint stays so. */
    private Sound levelled(Spectrogram sound) {
        int length = Math.min(sound.length(), settings.samples());
        float[] samples = Arrays.copyOf(sound.samples, Math.max(settings.hop(), length));
        float gain = Math.min(1, LOUDEST / Math.max(Sound.peak(samples), Float.MIN_NORMAL));
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
        return new Sound(settings.rate(), samples);
    }
}
