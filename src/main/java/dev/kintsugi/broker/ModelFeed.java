package dev.kintsugi.broker;

import dev.kintsugi.Fault;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.RegistryException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the models topic on a thread of its own, and hands on the bundle that is to be used whenever that changes. */
public final class ModelFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Connection connection;
    private final ModelTopic topic;
    private final Receiver receiver;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "model-feed");
    private Word heeded = new Word(Optional.empty(), Optional.empty());

    /** Who uses the models. Called by the thread that opens the feed, then by the feed's own. */
    public interface Receiver {
        void chosen(PublishedModel model, byte[] bundle);

        /** What was chosen is not there. */
        void unusable(String why);
    }

    /** What the topic says: which is wanted, and what there is of it. */
    private record Word(Optional<String> wanted, Optional<PublishedModel> found) {}

    private ModelFeed(Connection connection, TopologySpec topology, Receiver receiver) {
        this.connection = connection;
        this.topic = ModelTopic.read(connection, topology);
        this.receiver = receiver;
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dead, error) ->
                LOG.error("The models topic is no longer followed; the model in use stays until a restart", error));
    }

    /** Reads the topic to its present end, hands on what is chosen by then, and follows it from there. */
    public static ModelFeed open(Connection connection, TopologySpec topology, Receiver receiver) {
        ModelFeed feed = new ModelFeed(connection, topology, receiver);
        try {
            feed.heed();
        } catch (KafkaException e) {
            feed.topic.close();
            throw connection.failure("reading the models topic", e);
        } catch (RuntimeException e) {
            feed.topic.close();
            throw e;
        }
        feed.thread.start();
        return feed;
    }

    private void follow() {
        try (topic) {
            while (closing.getCount() > 0) {
                step();
            }
        } catch (WakeupException closed) {
            LOG.debug("No longer following the models topic", closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An outage, or whatever else it is, is waited out: the stream has a model, and goes on with that. */
    private void step() throws InterruptedException {
        try {
            topic.poll(POLL);
            heed();
        } catch (WakeupException closed) {
            throw closed;
        } catch (RuntimeException e) {
            LOG.warn("The models topic cannot be read at {}; trying again in {}", connection.bootstrap(), PAUSE, e);
            closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void heed() {
        Word word = new Word(topic.wanted(), topic.chosen());
        if (word.equals(heeded)) {
            return;
        }
        try {
            PublishedModel model = word.found()
                    .orElseThrow(() -> new Fault("model " + word.wanted().orElse("") + " was chosen and is not on the"
                            + " topic; choose one that 'kintsugi models list' shows"));
            receiver.chosen(model, topic.load(model));
        } catch (RegistryException outage) {
            throw outage;
        } catch (Fault gone) {
            receiver.unusable(gone.getMessage());
        }
        heeded = word;
    }

    @Override
    public void close() {
        closing.countDown();
        topic.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
