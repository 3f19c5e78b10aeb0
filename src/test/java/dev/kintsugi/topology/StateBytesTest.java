package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Estimate;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.pairing.Fingerprint;
import dev.kintsugi.pairing.Held;
import dev.kintsugi.pairing.Pending;
import dev.kintsugi.pairing.Progress;
import dev.kintsugi.pairing.Remembered;
import dev.kintsugi.pairing.TraceHeader;
import dev.kintsugi.wire.SampleRecords;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateBytesTest {
    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsBackWhatItWrote(long seed) {
        Random random = new Random(seed);
        var observation = new SampleRecords(seed).observation();
        List<TraceHeader> trace = List.of(new TraceHeader("traceparent", Bytes.of(new byte[] {1, 2, 3})));
        ObservedEvent event = observation.events().get(0);
        Fingerprint mark = new Fingerprint(random.nextLong(), random.nextLong());

        List<Held> held = List.of(new Held(event, mark, trace), new Held(event, mark, List.of()));
        List<Pending> pending = List.of(
                new Pending(random.nextLong(), "one", random.nextLong(), random.nextLong(), held),
                new Pending(random.nextLong(), "two", random.nextLong(), random.nextLong(), held));
        assertThat(StateBytes.pending(StateBytes.pending(pending))).isEqualTo(pending);

        List<Remembered> remembered = List.of(new Remembered(
                random.nextLong(),
                "one",
                ClosedBy.LIMIT,
                random.nextLong(),
                random.nextLong(),
                List.of(new Remembered.Mark("image", random.nextLong(), mark)),
                List.of(
                        new Estimate("audio", Optional.of(new Guess("7", .5f)), .25f, "model"),
                        new Estimate("label", Optional.empty(), 1, "model"))));
        assertThat(StateBytes.remembered(StateBytes.remembered(remembered))).isEqualTo(remembered);

        Progress progress = new Progress(random.nextLong(), random.nextLong());
        assertThat(StateBytes.progress(StateBytes.progress(progress))).isEqualTo(progress);

        Ready toRestore = new Ready.ToRestore(observation, trace, random.nextLong());
        assertThat(StateBytes.ready(StateBytes.ready(toRestore))).isEqualTo(toRestore);
        Ready toCompare = new Ready.ToCompare("k", "one", ClosedBy.LATE, 5, event, trace, random.nextLong());
        assertThat(StateBytes.ready(StateBytes.ready(toCompare))).isEqualTo(toCompare);
    }

    @Test
    void stateOfAnotherFormatIsRefusedWithWhatToDo() {
        byte[] bytes = StateBytes.progress(Progress.NONE);
        bytes[0] = 99;
        assertThatThrownBy(() -> StateBytes.progress(bytes))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("format 99")
                .hasMessageContaining("reset");
    }
}
