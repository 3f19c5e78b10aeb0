package dev.kintsugi.topology;

import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import dev.kintsugi.wire.Schemas;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.JoinWindows;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Two sides joined by the DSL's outer join, to the observations topic: what pairing is measured against. It reads, stores and
 * writes as pairing does; it has no patience, no hindsight, and knows no duplicates.
 */
final class OuterJoin {
    private static final Serde<ObservedEvent> STORED = Serdes.serdeFrom(
            (topic, event) -> event == null ? null : StateBytes.event(event),
            (topic, bytes) -> bytes == null ? null : StateBytes.event(bytes));

    private final TopologySpec spec;
    private final Schemas schemas;
    private final StreamsBuilder builder = new StreamsBuilder();

    private OuterJoin(TopologySpec spec, Schemas schemas) {
        this.spec = spec;
        this.schemas = schemas;
    }

    /** Of the first two sensed modalities. */
    static Topology of(TopologySpec spec, Schemas schemas) {
        return new OuterJoin(spec, schemas).joined();
    }

    private Topology joined() {
        String log = spec.topics().only(TopicRole.OBSERVATIONS).orElseThrow().name();
        JoinWindows windows = JoinWindows.ofTimeDifferenceAndGrace(
                spec.pairing().window(), spec.pairing().grace());
        events(spec.sensed().get(0))
                .outerJoin(
                        events(spec.sensed().get(1)),
                        OuterJoin::observation,
                        windows,
                        StreamJoined.with(Serdes.String(), STORED, STORED)
                                .withName("outer-join")
                                .withStoreName("outer-join"))
                .to(log, Produced.with(Serdes.String(), new RecordSerde<>(RecordType.OBSERVATION, schemas)));
        return builder.build();
    }

    private KStream<String, ObservedEvent> events(SensedModality modality) {
        EventReader reader = EventReader.of(modality, Senses.of(spec), schemas);
        return builder.stream(
                        modality.topic(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray())
                                .withTimestampExtractor(new ArrivalTime())
                                .withOffsetResetPolicy(AutoOffsetReset.earliest())
                                .withName(Node.source(modality.name())))
                .processValues(() -> new Reading(reader), Named.as(Node.reading(modality.name())));
    }

    private static Observation observation(String key, ObservedEvent one, ObservedEvent other) {
        List<ObservedEvent> events =
                Stream.of(one, other).filter(Objects::nonNull).toList();
        Origin origin = events.get(0).origin();
        Instant time = events.get(0).time();
        return new Observation(
                origin.topic() + "-" + origin.partition() + "-" + origin.offset(),
                key,
                events.size() == 2 ? ClosedBy.COMPLETE : ClosedBy.DEADLINE,
                List.of(),
                time,
                time,
                time,
                time,
                events);
    }

    /** Windows go by the records' timestamps, which become the events' own times. */
    private static final class Reading extends ContextualFixedKeyProcessor<String, byte[], ObservedEvent> {
        private final EventReader reader;

        Reading(EventReader reader) {
            this.reader = reader;
        }

        @Override
        public void process(FixedKeyRecord<String, byte[]> record) {
            RecordMetadata from = context().recordMetadata().orElseThrow();
            ObservedEvent event =
                    reader.read(record.value(), new Origin(from.topic(), from.partition(), from.offset()));
            context().forward(record.withValue(event).withTimestamp(event.time().toEpochMilli()));
        }
    }
}
