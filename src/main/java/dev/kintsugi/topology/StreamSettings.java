package dev.kintsugi.topology;

import dev.kintsugi.spec.TopologySpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/**
 * How Kafka Streams runs a topology.
 *
 * @param threads stream threads in this process
 */
public record StreamSettings(TopologySpec topology, Guarantee guarantee, int threads) {
    private static final int PRODUCER_BATCH = 256 << 10;

    /** What a topic for dead letters takes, and what surrounds it: a record that is refused would stop the stream. */
    private static final int REQUEST = (4 << 20) + (64 << 10);

    /**
     * One event may pass the deadlines of all that waits, and a call cannot commit: in Kafka Streams' usual ten seconds a
     * transaction with some hundred thousand of them would be aborted, and then again, for ever. The price: where nobody
     * takes a killed process's place on its own state, readers of what is committed wait that long for what it had begun.
     */
    private static final String TRANSACTION_MS = "60000";

    /** What a crash may do to records. */
    public enum Guarantee {
        EXACTLY_ONCE(StreamsConfig.EXACTLY_ONCE_V2, 1_000, 100),
        AT_LEAST_ONCE(StreamsConfig.AT_LEAST_ONCE, 1_000, 5);

        private final String setting;
        private final int commitMs;
        private final int lingerMs;

        Guarantee(String setting, int commitMs, int lingerMs) {
            this.setting = setting;
            this.commitMs = commitMs;
            this.lingerMs = lingerMs;
        }

        boolean isSetIn(Map<String, Object> settings) {
            return setting.equals(settings.get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG));
        }
    }

    /** What Kafka knows the stream by: its group, and the prefix of its changelogs. */
    public String applicationId() {
        return topology.name() + ".stream";
    }

    /** Our settings, by name. */
    public Map<String, String> ours() {
        Map<String, String> all = new TreeMap<>();
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId());
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee.setting);
        // What is sent in a transaction is read when that commits: in a backlog by this, else see EarlyCommits. Without
        // transactions, commits are for restarts alone.
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Integer.toString(guarantee.commitMs));
        // A commit sends what lingers; without transactions, nothing else ends the wait.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), Integer.toString(guarantee.lingerMs));
        if (guarantee == Guarantee.EXACTLY_ONCE) {
            all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MS);
        }
        all.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Integer.toString(REQUEST));
        // Two observations fill the usual 16 KB: a request for each would cost the broker more than what it stores.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), Integer.toString(PRODUCER_BATCH));
        // A thread looks at the wall clock between two polls: a longer one would be the latency of every batch.
        all.put(StreamsConfig.POLL_MS_CONFIG, "10");
        // Zero: a task reads the older of two topics next where the broker has both, so that a backlog is read in
        // the same order again, but waits for no topic that has nothing. More would hold up the side that came for
        // the one that did not, which is what patience is for.
        all.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, "0");
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, Integer.toString(threads));
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        // Bytes cannot fail to be read, and what is wrong with events is dealt with inside; the rest is a defect or an
        // outage, which must not pass for a dead letter.
        all.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndFailExceptionHandler.class.getName());
        all.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndFailProcessingExceptionHandler.class.getName());
        return all;
    }

    /** Whether a task asks for commits between those that Kafka Streams makes: not if the user has set how often there are. */
    static boolean asksForCommits(Map<String, Object> settings) {
        Guarantee guarantee = Guarantee.EXACTLY_ONCE;
        Object interval = settings.get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        return guarantee.isSetIn(settings)
                && Integer.toString(guarantee.commitMs).equals(String.valueOf(interval));
    }

    /**
     * All settings of one process.
     *
     * @param connection the addresses, and the user's own settings, which outrank ours
     * @param state where state is kept between runs
     * @param member this process among those of the group, the same again after a restart
     */
    public Properties properties(Map<String, String> connection, Path state, String member) {
        Properties all = new Properties();
        all.putAll(ours());
        all.putAll(connection);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId());
        all.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        all.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                applicationId() + "-" + member);
        return all;
    }
}
