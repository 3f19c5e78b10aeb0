package dev.kintsugi.topology;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.telemetry.Meters;
import dev.kintsugi.telemetry.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model that the stream asks, until another takes its place. Whoever brings one has unpacked and tried it before any
 * task sees it; each task takes it up between two batches, and so lets go of the one before.
 */
public final class ModelInUse implements Supplier<Restoration> {
    private static final Logger LOG = LoggerFactory.getLogger(ModelInUse.class);

    private final TopologySpec topology;
    private final Meters meters;
    private final BiFunction<TopologySpec, Bundle, Supplier<Restoration>> unpacking;
    private volatile Optional<Model> now = Optional.empty();

    /** None yet; one must be {@link #use used} before the stream starts. */
    public ModelInUse(TopologySpec topology, Meters meters) {
        this(topology, meters, BundleRestoration::of);
    }

    ModelInUse(
            TopologySpec topology, Meters meters, BiFunction<TopologySpec, Bundle, Supplier<Restoration>> unpacking) {
        this.topology = topology;
        this.meters = meters;
        this.unpacking = unpacking;
        meters.expect(Metric.SWAPS);
        meters.expect(Metric.REFUSALS);
    }

    /** A model and what makes one for each task; compared by identity. */
    private static final class Model {
        final String id;
        final Supplier<Restoration> maker;

        Model(Bundle bundle, Supplier<Restoration> maker) {
            this.id = bundle.shortId();
            this.maker = maker;
        }
    }

    /**
     * Puts this one in use.
     *
     * @throws Fault if it is not for this topology, or has no answers; the one before then stays
     */
    public synchronized void use(Bundle bundle) {
        Model next = new Model(bundle, unpacking.apply(topology, bundle));
        // Here and not when a task first asks it: that would be a stream thread's death, again and again.
        new Trial(topology, bundle).of(next.maker.get());
        now.ifPresent(before -> meters.forget(Metric.MODEL, before.id));
        meters.level(Metric.MODEL, next.id, 1);
        LOG.info(
                "Model {} is in use{}",
                next.id,
                now.map(before -> " instead of " + before.id).orElse(""));
        now = Optional.of(next);
    }

    /**
     * Puts one in use that came from elsewhere. One that is broken in whatever way, or not for this topology, is told and
     * counted, and the one before stays.
     *
     * @param id that it was announced by, in full
     * @param where it came from, for messages
     */
    public synchronized void offer(byte[] bytes, String id, String where) {
        try {
            Bundle bundle = Bundle.fromBytes(bytes, where);
            if (!bundle.id().equals(id)) {
                throw new Fault(where + " was announced as " + id + " and is " + bundle.id() + "; publish it anew");
            }
            use(bundle);
            meters.count(Metric.SWAPS);
        } catch (Fault unusable) {
            refuse(unusable.getMessage());
        } catch (RuntimeException broken) {
            LOG.debug("Refused", broken);
            refuse(where + " holds no model that can be run: " + broken);
        }
    }

    /** Tells and counts one that was not even there to be offered. */
    public void refuse(String why) {
        LOG.warn(
                "A published model cannot be used, and {}: {}",
                id().map(id -> id + " stays in use").orElse("none is in use yet"),
                why);
        meters.count(Metric.REFUSALS);
    }

    /** As records name it; nothing before the first. */
    public Optional<String> id() {
        return now.map(model -> model.id);
    }

    /** For one task. */
    @Override
    public Restoration get() {
        return new Asked(newest());
    }

    private Model newest() {
        return now.orElseThrow(() -> new IllegalStateException("the stream was started before it had a model"));
    }

    /** What one task asks. */
    private final class Asked implements Restoration {
        private Model taken;
        private Restoration model;

        Asked(Model first) {
            take(first);
        }

        @Override
        public void beforeBatch() {
            Model newest = newest();
            if (newest != taken) {
                take(newest);
            }
        }

        private void take(Model newest) {
            taken = newest;
            model = newest.maker.get();
        }

        @Override
        public List<Answer> answer(List<Question> questions, Instant now) {
            return model.answer(questions, now);
        }
    }
}
