package dev.kintsugi.topology;

import dev.kintsugi.event.Observation;
import dev.kintsugi.pairing.PairingRules;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopicSpec;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import dev.kintsugi.wire.Schemas;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** What a topology file says, as Kafka Streams runs it. */
public final class StreamTopology {
    private final TopologySpec spec;
    private final Schemas schemas;
    private final int partitions;
    private final Medium medium;
    private final Operation operation;
    private final TaskStores stores = new TaskStores();
    private final Topology topology = new Topology();

    private StreamTopology(TopologySpec spec, Schemas schemas, int partitions, Medium medium, Operation operation) {
        this.spec = spec;
        this.schemas = schemas;
        this.partitions = partitions;
        this.medium = medium;
        this.operation = operation;
    }

    /**
     * The topology, from its sources to its sinks.
     *
     * @param models makes a model for each task; not asked without {@link Stage#RESTORE}
     */
    public static Topology of(
            TopologySpec spec, Set<Stage> stages, Schemas schemas, Supplier<? extends Restoration> models) {
        return of(spec, stages, schemas, models, spec.topics().partitions(), Operation.unwatched());
    }

    /** @param partitions that the input topics really have */
    static Topology of(
            TopologySpec spec,
            Set<Stage> stages,
            Schemas schemas,
            Supplier<? extends Restoration> models,
            int partitions,
            Operation operation) {
        return of(spec, stages, schemas, models, partitions, operation, Medium.DISK);
    }

    static Topology of(
            TopologySpec spec,
            Set<Stage> stages,
            Schemas schemas,
            Supplier<? extends Restoration> models,
            int partitions,
            Operation operation,
            Medium medium) {
        StreamTopology stream = new StreamTopology(spec, schemas, partitions, medium, operation);
        boolean restoring = stages.contains(Stage.RESTORE);
        stream.read();
        stream.pair(restoring);
        if (restoring) {
            stream.restore(models);
        }
        stream.write(restoring);
        return stream.topology;
    }

    private void read() {
        Senses senses = Senses.of(spec);
        for (ModalitySpec modality : spec.modalities()) {
            String name = modality.name();
            topology.addSource(
                    AutoOffsetReset.earliest(),
                    Node.source(name),
                    new ArrivalTime(),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer(),
                    modality.topic());
            EventReader reader = EventReader.of(modality, senses, schemas);
            topology.addProcessor(
                    Node.reading(name),
                    () -> new ReadProcessor(reader, spec.pairing().ahead(), partitions, operation.meters(), stores),
                    Node.source(name));
        }
    }

    private void pair(boolean restoring) {
        PairingRules rules = PairingRules.of(spec);
        topology.addProcessor(
                Node.PAIR,
                () -> new PairProcessor(rules, restoring, operation.meters(), stores),
                readers().toArray(String[]::new));
        store(Store.PENDING, Node.PAIR);
        store(Store.REMEMBERED, Node.PAIR);
    }

    private void restore(Supplier<? extends Restoration> models) {
        String log = topic(TopicRole.OBSERVATIONS).name();
        Serializer<Observation> serializer = new RecordSerde<>(RecordType.OBSERVATION, schemas).serializer();
        Function<Observation, byte[]> logged = observation -> serializer.serialize(log, observation);
        topology.addProcessor(
                Node.RESTORE,
                () -> new RestoreProcessor(
                        spec.restore().batch(),
                        spec.restore().linger(),
                        spec.pairing().remember(),
                        models::get,
                        logged,
                        operation,
                        stores),
                Node.PAIR);
        store(Store.READY, Node.RESTORE);
        topology.connectProcessorAndStateStores(Node.RESTORE, Store.REMEMBERED.storeName());
    }

    private void store(Store store, String processor) {
        topology.addStateStore(store.builder(medium, spec.pairing().remember(), stores), processor);
    }

    private void write(boolean restoring) {
        String last = restoring ? Node.RESTORE : Node.PAIR;
        sink(Node.OBSERVATIONS, topic(TopicRole.OBSERVATIONS), RecordType.OBSERVATION, Node.PAIR);
        spec.topics()
                .only(TopicRole.HINDSIGHT)
                .ifPresent(topic -> sink(Node.HINDSIGHT, topic, RecordType.HINDSIGHT, last));
        if (restoring) {
            sink(Node.LATENTS, topic(TopicRole.LATENTS), RecordType.LATENTS, last);
            for (TopicSpec topic : spec.topics().of(TopicRole.RESTORED)) {
                sink(Node.restored(topic.modality().orElseThrow()), topic, RecordType.RESTORED, last);
            }
        }
        bury(restoring);
    }

    private void bury(boolean restoring) {
        Stream<String> parents = restoring ? Stream.concat(readers(), Stream.of(Node.RESTORE)) : readers();
        topology.addSink(
                Node.DEAD_LETTERS,
                topic(TopicRole.DLQ).name(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                parents.toArray(String[]::new));
    }

    private Stream<String> readers() {
        return spec.modalities().stream().map(modality -> Node.reading(modality.name()));
    }

    private <T> void sink(String name, TopicSpec topic, RecordType<T> type, String parent) {
        topology.addSink(
                name, topic.name(), new StringSerializer(), new RecordSerde<>(type, schemas).serializer(), parent);
    }

    private TopicSpec topic(TopicRole role) {
        return spec.topics().only(role).orElseThrow();
    }
}
