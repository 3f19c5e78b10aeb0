package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class LastCallTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final TaskId ONE = new TaskId(0, 1);
    private static final TaskId OTHER = new TaskId(0, 2);

    private final LastCall call = new LastCall();

    @Test
    void whereThereIsNoTaskNobodyIsWaitedFor() throws Exception {
        assertThat(call.give(Duration.ZERO)).isTrue();
    }

    @Test
    void itWaitsUntilEveryTaskHasDoneWhatItHad() throws Exception {
        call.expect(ONE);
        call.expect(OTHER);
        call.done(ONE);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::give);
        assertThat(waiting).isNotDone();
        call.done(OTHER);
        assertThat(waiting.get()).isTrue();
        assertThat(call.given()).isTrue();
    }

    @Test
    void itDoesNotWaitForEver() throws Exception {
        call.expect(ONE);
        assertThat(call.give(Duration.ofMillis(1))).isFalse();
    }

    private boolean give() {
        try {
            return call.give(LONG);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
