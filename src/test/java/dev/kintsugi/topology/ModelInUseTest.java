package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.telemetry.Meters;
import dev.kintsugi.telemetry.Metric;
import dev.kintsugi.topology.Restoration.Answer;
import dev.kintsugi.topology.Restoration.Question;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing the model while a stream asks it. */
class ModelInUseTest {
    private static final Bundle FIRST = RandomBundle.of(RandomModel.digits(), 1);
    private static final Bundle SECOND = RandomBundle.of(RandomModel.digits(), 2);
    private static final Instant NOW = Instant.EPOCH;

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final ModelInUse model = new ModelInUse(RandomBundle.DIGITS, new Meters(registry));

    @BeforeEach
    void begin() {
        model.use(FIRST);
    }

    @Test
    void aTaskTakesTheNewOneUpBetweenTwoBatchesAndNotBefore() {
        Restoration task = model.get();
        task.beforeBatch();
        assertThat(asked(task)).isEqualTo(FIRST.shortId());
        model.offer(SECOND.toBytes(), SECOND.id(), "here");
        assertThat(asked(task)).isEqualTo(FIRST.shortId());
        task.beforeBatch();
        assertThat(asked(task)).isEqualTo(SECOND.shortId());
    }

    @Test
    void theOneInUseIsTold() {
        model.offer(SECOND.toBytes(), SECOND.id(), "here");
        assertThat(model.id()).hasValue(SECOND.shortId());
        assertThat(registry.get(Metric.MODEL.meterName()).gauges())
                .extracting(gauge -> gauge.getId().getTag("model"))
                .containsExactly(SECOND.shortId());
        assertThat(counted(Metric.SWAPS)).isEqualTo(1);
    }

    @Test
    void oneForAnotherTopologyIsRefusedAndTheOneInUseStays() {
        Architecture digits = RandomModel.digits();
        Architecture half = new Architecture(digits.modalities().subList(0, 1), digits.shared(), new Prior.Normal());
        Bundle unfit = RandomBundle.of(half, 3);
        model.offer(unfit.toBytes(), unfit.id(), "here");
        assertThat(model.id()).hasValue(FIRST.shortId());
        assertThat(counted(Metric.REFUSALS)).isEqualTo(1);
        assertThat(counted(Metric.SWAPS)).isZero();
    }

    @Test
    void oneWhoseBytesWereChangedIsRefused() {
        byte[] bytes = SECOND.toBytes();
        bytes[bytes.length - 1] ^= 1;
        model.offer(bytes, SECOND.id(), "here");
        assertThat(model.id()).hasValue(FIRST.shortId());
        assertThat(counted(Metric.REFUSALS)).isEqualTo(1);
    }

    @Test
    void oneThatIsNotWhatItWasAnnouncedAsIsRefused() {
        model.offer(SECOND.toBytes(), FIRST.id(), "here");
        assertThat(model.id()).hasValue(FIRST.shortId());
        assertThat(counted(Metric.REFUSALS)).isEqualTo(1);
    }

    @Test
    void oneThatHasNoAnswersIsRefusedAndTheOneInUseStays() {
        refusesTheSecond(() -> (questions, now) -> questions.stream()
                .<Answer>map(question -> new Answer.Failed("model-overflow", "no numbers"))
                .toList());
    }

    @Test
    void oneWhoseAnswersThrowIsRefusedAndTheOneInUseStays() {
        refusesTheSecond(() -> (questions, now) -> {
            throw new ArrayIndexOutOfBoundsException("10 of 10");
        });
    }

    @Test
    void oneThatNoTaskCanMakeIsRefusedAndTheOneInUseStays() {
        refusesTheSecond(() -> {
            throw new IllegalArgumentException("no such sense");
        });
    }

    private void refusesTheSecond(Supplier<Restoration> second) {
        ModelInUse picky = new ModelInUse(
                RandomBundle.DIGITS,
                new Meters(registry),
                (topology, bundle) ->
                        bundle.id().equals(SECOND.id()) ? second : BundleRestoration.of(topology, bundle));
        picky.use(FIRST);
        Restoration task = picky.get();
        picky.offer(SECOND.toBytes(), SECOND.id(), "here");
        task.beforeBatch();
        assertThat(asked(task)).isEqualTo(FIRST.shortId());
        assertThat(picky.id()).hasValue(FIRST.shortId());
        assertThat(counted(Metric.REFUSALS)).isEqualTo(1);
        assertThat(counted(Metric.SWAPS)).isZero();
    }

    @Test
    void aStreamDoesNotBeginWithOneThatHasNoAnswers() {
        ModelInUse none = new ModelInUse(
                RandomBundle.DIGITS,
                Meters.unread(),
                (topology, bundle) -> () -> (questions, now) -> questions.stream()
                        .<Answer>map(question -> new Answer.Failed("model-overflow", "no numbers"))
                        .toList());
        assertThatThrownBy(() -> none.use(FIRST))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no numbers")
                .hasMessageContaining("--model");
        assertThat(none.id()).isEmpty();
    }

    @Test
    void aStreamWithoutAModelCannotBegin() {
        ModelInUse none = new ModelInUse(RandomBundle.DIGITS, Meters.unread());
        assertThatThrownBy(none::get).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFirstMustFit() {
        Architecture digits = RandomModel.digits();
        Bundle unfit = RandomBundle.of(
                new Architecture(digits.modalities().subList(0, 1), digits.shared(), new Prior.Normal()), 3);
        assertThatThrownBy(() -> model.use(unfit)).isInstanceOf(Fault.class).hasMessageContaining("--model");
    }

    private double counted(Metric metric) {
        return registry.get(metric.meterName()).counter().count();
    }

    /** Which model a task asks. */
    private static String asked(Restoration task) {
        Question question = new Question.Restore(BundleRestorationTest.lonely(1));
        Answer answer = task.answer(List.of(question), NOW).get(0);
        return ((Answer.Made) answer).latents().modelId();
    }
}
