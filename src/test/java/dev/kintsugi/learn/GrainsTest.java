package dev.kintsugi.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.PairedExamples;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.mvae.bundle.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrainsTest {
    private static final int BANDS = 8;
    private static final Part.Sensed AUDIO = new Part.Sensed("audio", Part.Kind.AUDIO, 32, BANDS, 2);
    private static final Part.Labelled LABEL = new Part.Labelled("label", List.of("a", "b"));
    private static final Architecture ARCHITECTURE = new Architecture(List.of(AUDIO, LABEL), 2, new Prior.Mixture(2));
    private static final double ROUGHNESS = .04;

    /** Whatever this model hears, it decodes half of the loudest, all over. */
    private static final Bundle MONOTONOUS = monotonous();

    @Test
    void findsHowFarValuesStrayFromOneFrameToTheNextButNotHowFarTheWholeSoundDoes() {
        Tensor grain = Grains.of(MONOTONOUS, lessons(), 400).get(0);

        float[] deviations = grain.values();
        int level = Architecture.GRAIN_LEVELS / 2;
        for (int band = 0; band < BANDS; band++) {
            double expected = band == 3 ? Grains.SHARE * ROUGHNESS : 0;
            assertThat(deviations[level * BANDS + band]).isCloseTo((float) expected, within(.002f));
        }
    }

    @Test
    void findsNothingWhereThereWasNothingToSee() {
        float[] deviations = Grains.of(MONOTONOUS, lessons(), 400).get(0).values();

        for (int i = 0; i < deviations.length; i++) {
            if (i / BANDS != Architecture.GRAIN_LEVELS / 2) {
                assertThat(deviations[i]).isZero();
            }
        }
    }

    /** Sounds that are louder or softer as a whole, and rough in one band. */
    private static Lessons lessons() {
        Examples<float[]> sounds = new Examples<>() {
            @Override
            public int size() {
                return 400;
            }

            @Override
            public String label(int number) {
                return number % 2 == 0 ? "a" : "b";
            }

            @Override
            public Example<float[]> get(int number) {
                Random random = new Random(number);
                float[] row = new float[AUDIO.size()];
                float loudness = .4f + .2f * random.nextFloat();
                for (int i = 0; i < row.length; i++) {
                    row[i] = loudness + (i % BANDS == 3 ? (float) (ROUGHNESS * random.nextGaussian()) : 0);
                }
                return new Example<>(label(number), "made#" + number, Optional.empty(), row);
            }
        };
        PairedExamples draws = PairedExamples.ofSources(1, Map.of("audio", List.of(sounds)));
        return new Lessons(ARCHITECTURE, draws, 400, 1, Optional.empty());
    }

    private static Bundle monotonous() {
        Weights random = RandomModel.weights(ARCHITECTURE, 1);
        List<Tensor> silenced = random.tensors().stream()
                .filter(tensor -> tensor.name().startsWith("audio.dec.out"))
                .map(tensor -> Tensor.of(tensor.described(), new float[tensor.values().length]))
                .toList();
        assertThat(silenced).isNotEmpty();
        Provenance provenance = new Provenance(List.of(), 1, "", "", "");
        return Bundle.of(Manifest.of(ARCHITECTURE, Map.of(), provenance), random.with(silenced));
    }
}
