package dev.kintsugi.cli;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.ModelFeed;
import dev.kintsugi.broker.PublishedModel;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.telemetry.Meters;
import dev.kintsugi.topology.ModelInUse;
import dev.kintsugi.topology.Restoration;
import java.util.Optional;
import java.util.function.Supplier;

/** The model of a running stream: what the models topic says, and the directory's where that says nothing. */
final class ServedModel implements AutoCloseable {
    private final Optional<ModelInUse> inUse;
    private final Optional<ModelFeed> feed;

    private ServedModel() {
        inUse = Optional.empty();
        feed = Optional.empty();
    }

    /** Of a stream that restores nothing. */
    static ServedModel none() {
        return new ServedModel();
    }

    /**
     * Takes up the first model.
     *
     * @param otherwise the bundle that is used unless another was published
     * @param pinned whether that is used whatever is published
     */
    ServedModel(
            TopologySpec topology, Connection connection, Supplier<Bundle> otherwise, boolean pinned, Meters meters) {
        ModelInUse model = new ModelInUse(topology, meters);
        inUse = Optional.of(model);
        feed = pinned
                ? Optional.empty()
                : Optional.of(ModelFeed.open(connection, topology, new Receiver(model, models(topology))));
        try {
            if (model.id().isEmpty()) {
                model.use(otherwise.get());
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Makes one for each task. */
    Supplier<Restoration> forTasks() {
        return inUse.<Supplier<Restoration>>map(model -> model).orElse(() -> {
            throw new IllegalStateException("nothing is restored");
        });
    }

    /** As records name it; nothing where nothing is restored. */
    Optional<String> id() {
        return inUse.flatMap(ModelInUse::id);
    }

    private static String models(TopologySpec topology) {
        return topology.topics().only(TopicRole.MODELS).orElseThrow().name();
    }

    @Override
    public void close() {
        feed.ifPresent(ModelFeed::close);
    }

    /** Passes on what was published. */
    private record Receiver(ModelInUse inUse, String topic) implements ModelFeed.Receiver {
        @Override
        public void chosen(PublishedModel model, byte[] bundle) {
            inUse.offer(bundle, model.id(), topic);
        }

        @Override
        public void unusable(String why) {
            inUse.refuse(why);
        }
    }
}
