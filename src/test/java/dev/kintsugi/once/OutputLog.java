package dev.kintsugi.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.Latents;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Restored;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopicSpec;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.AnyRecordReader;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import dev.kintsugi.wire.Schemas;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * All that a stream has written and committed, in the order of each partition: every record's key, timestamp and bytes, but
 * for what the wall clock said.
 */
final class OutputLog implements AutoCloseable {
    private static final Set<TopicRole> OUTPUTS =
            Set.of(TopicRole.RESTORED, TopicRole.OBSERVATIONS, TopicRole.LATENTS, TopicRole.HINDSIGHT, TopicRole.DLQ);
    private static final String LATENTS = "latents";
    private static final Instant ANY_TIME = Instant.EPOCH;

    private final TopologySpec topology;
    private final Schemas schemas;
    private final AnyRecordReader reader;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, List<Line>> lines = new TreeMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> awaited = new HashSet<>();
    private long observations;

    /** One record: what it is of, and a digest of all that must be the same again. */
    record Line(String id, String digest) {}

    OutputLog(Connection connection, TopologySpec topology) {
        this.topology = topology;
        this.schemas = connection.schemas();
        this.reader = new AnyRecordReader(schemas);
        this.consumer = connection.consumer();
        List<TopicPartition> partitions = topology.topics().all().stream()
                .filter(topic -> OUTPUTS.contains(topic.role()))
                .map(TopicSpec::name)
                .flatMap(name -> consumer.partitionsFor(name).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What each partition of each output holds, under names that two topologies share. */
    Map<String, List<Line>> lines() {
        return lines;
    }

    long observations() {
        return observations;
    }

    /** How often each event was observed, by its id: in an observation, or as hindsight. */
    Map<String, Integer> places() {
        return places;
    }

    /** Whether each of so many events has its place, and all is made that the observations lack. */
    boolean tellsOf(int events) {
        return places.size() >= events && awaited.isEmpty();
    }

    /** Reads on until something is so; answers whether it came to be in time. */
    boolean readUntil(BooleanSupplier so, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!so.getAsBoolean() && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(20)).forEach(this::take);
        }
        return so.getAsBoolean();
    }

    /** Reads what is committed now to its end. */
    void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(20)).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> raw) {
        Line line = line(raw);
        lines.computeIfAbsent(place(raw), place -> new ArrayList<>()).add(line);
    }

    private String place(ConsumerRecord<byte[], byte[]> raw) {
        return raw.topic().substring(topology.name().length()) + "[" + raw.partition() + "]";
    }

    private Line line(ConsumerRecord<byte[], byte[]> raw) {
        Object event = reader.read(raw.value()).event().orElseThrow();
        if (event instanceof Observation it) {
            count(it);
            Observation timeless = new Observation(
                    it.id(),
                    it.key(),
                    it.closedBy(),
                    it.missing(),
                    it.eventTime(),
                    it.deadline(),
                    it.streamTime(),
                    ANY_TIME,
                    it.events());
            return line(it.id(), raw, RecordType.OBSERVATION, timeless);
        } else if (event instanceof Restored it) {
            made(it.observationId(), it.modality());
            Restored timeless = new Restored(
                    it.key(),
                    it.modality(),
                    it.guess(),
                    it.confidence(),
                    it.modelId(),
                    it.eventTime(),
                    ANY_TIME,
                    it.closedBy(),
                    it.observationId(),
                    it.lineage(),
                    it.preview(),
                    it.content());
            return line(it.observationId(), raw, RecordType.RESTORED, timeless);
        } else if (event instanceof Latents it) {
            made(it.observationId(), LATENTS);
            return line(it.observationId(), raw, RecordType.LATENTS, it);
        } else if (event instanceof Hindsight it) {
            count(it);
            Hindsight timeless = new Hindsight(
                    it.key(),
                    it.observationId(),
                    it.closedBy(),
                    it.shadow(),
                    it.estimate(),
                    it.truth(),
                    it.agrees(),
                    ANY_TIME,
                    it.event());
            return line(it.observationId(), raw, RecordType.HINDSIGHT, timeless);
        }
        throw new IllegalStateException("no output is " + event);
    }

    private void count(Observation observation) {
        observations++;
        observation.events().forEach(this::count);
        Set<String> sensed =
                topology.sensed().stream().map(SensedModality::name).collect(Collectors.toSet());
        if (observation.observed().stream().anyMatch(sensed::contains)) {
            await(observation.id(), LATENTS);
            observation.missing().forEach(side -> await(observation.id(), side));
        }
    }

    /** What is told twice, as at least once may, need not be made twice. */
    private void await(String observation, String what) {
        String one = observation + "/" + what;
        if (!made.contains(one)) {
            awaited.add(one);
        }
    }

    private void made(String observation, String what) {
        String one = observation + "/" + what;
        made.add(one);
        awaited.remove(one);
    }

    private void count(Hindsight hindsight) {
        if (!hindsight.shadow()) {
            count(hindsight.event());
        }
    }

    private void count(ObservedEvent event) {
        places.merge(event.id().orElseThrow(), 1, Integer::sum);
    }

    private <T> Line line(String id, ConsumerRecord<byte[], byte[]> raw, RecordType<T> type, T timeless) {
        try (RecordSerde<T> serde = new RecordSerde<>(type, schemas)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(raw.key());
            digest.update(Long.toString(raw.timestamp()).getBytes(UTF_8));
            digest.update(raw.headers().toString().getBytes(UTF_8));
            digest.update(serde.serializer().serialize(raw.topic(), timeless));
            return new Line(id, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return String.format(
                "%,d have a place, in %,d observations; %,d records were made of those, %,d are awaited",
                places.size(), observations, made.size(), awaited.size());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
