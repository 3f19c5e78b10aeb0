package dev.kintsugi.mvae.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.train.TrainingSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class ModelBenchmarkTest {
    private static final Architecture TINY = new Architecture(
            List.of(new Part.Sensed("image", Part.Kind.IMAGE, 8, 8, 2), new Part.Labelled("label", List.of("a", "b"))),
            3,
            new Prior.Normal());
    private static final TrainingSettings SETTINGS =
            new TrainingSettings(1, 4, 1e-3, 0, 1, Map.of(), new TrainingSettings.Terms(1, 1, 1, 1), 1, 0, 0, 1);

    @Test
    void saysHowLongARoundTookByItsClock() {
        // Every look at the clock finds it half a second on: a run of a second has two rounds.
        var speed = new ModelBenchmark(TINY, ticking(500_000_000L)).inference(4, 3);

        assertThat(speed.median()).isEqualTo(.5);
        assertThat(speed.least()).isEqualTo(.5);
        assertThat(speed.operations()).isPositive();
        assertThat(speed.peak()).isPositive();
    }

    @Test
    void saysHowLongAStepOfTrainingTookByItsClock() {
        var speed = new ModelBenchmark(TINY, ticking(40_000_000_000L)).training(SETTINGS, 3);

        assertThat(speed.median()).isEqualTo(1);
        assertThat(speed.kernel()).isEqualTo("ND4J");
    }

    private static LongSupplier ticking(long step) {
        AtomicLong now = new AtomicLong();
        return () -> now.addAndGet(step);
    }
}
