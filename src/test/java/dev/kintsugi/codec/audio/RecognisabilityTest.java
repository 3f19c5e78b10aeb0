package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is said can be understood: a nearest-neighbour listener, who knows other speech only, reads it. */
class RecognisabilityTest {
    private static final MelSettings SETTINGS = MelSettings.SPOKEN_DIGITS;
    private static final int KNOWN = 1_000;
    private static final int ASKED = 200;

    private final LogMel logMel = new LogMel(SETTINGS);
    private final Vocoder vocoder = new Vocoder(SETTINGS);
    private final Examples<Sound> known = new SyntheticDataset(3).sounds("fsdd", Split.TRAIN);
    private final Examples<Sound> asked = new SyntheticDataset(4).sounds("fsdd", Split.TEST);
    private final float[][] memory = new float[KNOWN][];

    @Test
    void isUnderstoodAsWellAsAfterSixtyRoundsOfPlainGriffinLim() {
        for (int i = 0; i < KNOWN; i++) {
            memory[i] = logMel.of(known.get(i).value());
        }
        double quick = accuracy(this::quick);

        assertThat(quick).isGreaterThanOrEqualTo(accuracy(this::plain) - .01);
        assertThat(quick).isGreaterThanOrEqualTo(accuracy(values -> values) - .02);
    }

    private float[] quick(float[] values) {
        return logMel.of(vocoder.sound(values).orElseThrow(bad -> new IllegalStateException(bad.message())));
    }

    /** From random phases, without momentum, as Griffin and Lim (1984) did it. */
    private float[] plain(float[] values) {
        Vocoder.Workspace workspace = vocoder.workspace();
        vocoder.sound(values, 0, workspace);
        SplittableRandom random = new SplittableRandom(Arrays.hashCode(values));
        for (int f = 0; f < workspace.sound.frames(); f++) {
            for (int bin = 1; bin < SETTINGS.bins() - 1; bin++) {
                double phase = random.nextDouble(2 * Math.PI);
                workspace.sound.spectra[f][2 * bin] = (float) (workspace.sound.magnitudes[f][bin] * Math.cos(phase));
                workspace.sound.spectra[f][2 * bin + 1] =
                        (float) (workspace.sound.magnitudes[f][bin] * Math.sin(phase));
            }
        }
        GriffinLim.run(workspace.sound, 60, 0, new Spectra(SETTINGS.window()));
        float[] samples = Arrays.copyOf(workspace.sound.samples, SETTINGS.samples());
        float peak = Sound.peak(samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] /= peak;
        }
        return logMel.of(new Sound(SETTINGS.rate(), samples));
    }

    private double accuracy(UnaryOperator<float[]> change) {
        int right = 0;
        for (int i = 0; i < ASKED; i++) {
            float[] values = change.apply(logMel.of(asked.get(i).value()));
            right += known.label(nearest(values)).equals(asked.label(i)) ? 1 : 0;
        }
        return (double) right / ASKED;
    }

    private int nearest(float[] values) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < KNOWN; i++) {
            double distance = 0;
            for (int j = 0; j < values.length; j++) {
                distance += (values[j] - memory[i][j]) * (values[j] - memory[i][j]);
            }
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }
}
