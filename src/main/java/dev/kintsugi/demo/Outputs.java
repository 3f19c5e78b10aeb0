package dev.kintsugi.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.broker.Seen;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.Restored;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.AnyRecord;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;

/** What the stream has written, as it is read: entered into the account, and measured. */
final class Outputs {
    /** Of so many observations it is known what a restored side was made from: those of some seconds. */
    private static final int REMEMBERED = 500;

    private static final String FAILED_TOPIC = "__streams.errors.topic";

    private final Account account;
    private final Clock clock;
    private final Map<String, String> modalities;
    private final Consumer<Mend> viewer;
    private final Latencies latencies = new Latencies();
    private final Map<String, Observation> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Observation> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long restored;
    private double confidences;

    /** @param viewer shown each picture and sound that was restored */
    Outputs(Account account, TopologySpec topology, Clock clock, Consumer<Mend> viewer) {
        this.account = account;
        this.clock = clock;
        this.viewer = viewer;
        this.modalities =
                topology.modalities().stream().collect(Collectors.toMap(ModalitySpec::topic, ModalitySpec::name));
    }

    synchronized void take(Seen seen) {
        Object event = seen.record().flatMap(AnyRecord::event).orElse(null);
        Optional<String> failed = header(seen, FAILED_TOPIC);
        if (failed.isPresent()) {
            buried(seen, event, failed.get());
        } else if (event instanceof Observation observation) {
            account.seen(observation);
            recent.put(observation.id(), observation);
        } else if (event instanceof Hindsight hindsight) {
            account.seen(hindsight);
        } else if (event instanceof Restored side) {
            restored(seen, side);
        }
    }

    private void buried(Seen seen, Object event, String topic) {
        if (event instanceof Observation observation) {
            account.failed(observation);
        } else {
            account.buried(seen.key(), modalities.getOrDefault(topic, topic));
        }
    }

    /** The record's timestamp is when the event came, or the patience ended, that closed the observation. */
    private void restored(Seen seen, Restored side) {
        account.seen(side);
        if (!(side.content() instanceof Content.Label)) {
            latencies.add(clock.millis() - seen.raw().timestamp());
            restored++;
            confidences += side.confidence();
            viewer.accept(new Mend(side, Optional.ofNullable(recent.get(side.observationId()))));
        }
    }

    synchronized double confidence() {
        return restored == 0 ? 0 : confidences / restored;
    }

    Latencies latencies() {
        return latencies;
    }

    private static Optional<String> header(Seen seen, String name) {
        return Optional.ofNullable(seen.raw().headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, UTF_8));
    }
}
