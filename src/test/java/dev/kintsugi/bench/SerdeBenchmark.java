package dev.kintsugi.bench;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.wire.InMemorySchemas;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An image event with a 4 KB payload, to bytes and back, as a producer or a stream thread does it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SerdeBenchmark {
    private static final String TOPIC = "digits.image";

    private final ImageEvent event = event();
    private final Serializer<ImageEvent> serializer;
    private final Deserializer<ImageEvent> deserializer;
    private final byte[] bytes;

    public SerdeBenchmark() {
        var serde = new RecordSerde<>(RecordType.IMAGE_EVENT, new InMemorySchemas());
        serializer = serde.serializer();
        deserializer = serde.deserializer();
        bytes = serializer.serialize(TOPIC, event);
    }

    @Benchmark
    public byte[] write() {
        return serializer.serialize(TOPIC, event);
    }

    @Benchmark
    public ImageEvent read() {
        return deserializer.deserialize(TOPIC, bytes);
    }

    private static ImageEvent event() {
        byte[] payload = new byte[4096];
        new Random(7).nextBytes(payload);
        return new ImageEvent(
                Optional.of("s42-000017-image"),
                Instant.ofEpochMilli(1_790_000_000_000L),
                Optional.of("mnist/test#1234"),
                new ImagePayload.Png(Bytes.of(payload)));
    }
}
