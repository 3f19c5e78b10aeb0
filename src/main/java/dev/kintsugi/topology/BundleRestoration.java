package dev.kintsugi.topology;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.dice.Dice;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Restored;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Inferred;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Request;
import dev.kintsugi.mvae.infer.Restored.Broken;
import dev.kintsugi.mvae.infer.Restored.Whole;
import dev.kintsugi.mvae.infer.Restorer;
import dev.kintsugi.mvae.infer.Trust;
import dev.kintsugi.mvae.infer.Workspace;
import dev.kintsugi.spec.RestoreSpec;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A bundle, asked by one task.
 *
 * <p>Every random choice (a sample's noise, whether and which side is hidden for comparison) derives from a hash of the
 * observation's id, the model's and the seed: the same observation gives the same records again, whatever the batch.
 */
public final class BundleRestoration implements Restoration {
    private final RestoreSpec spec;
    private final List<String> sensed;
    private final Perception perception;
    private final Findings findings;
    private final Restorer restorer;
    private final Workspace workspace;
    private final long modelHash;

    private BundleRestoration(TopologySpec topology, Bundle bundle, Inference model) {
        this.spec = topology.restore();
        this.sensed = topology.sensed().stream().map(SensedModality::name).toList();
        this.perception = new Perception(bundle);
        this.findings = new Findings(bundle);
        this.restorer = new Restorer(model, Trust.of(bundle.manifest().references()), spec.samples());
        this.workspace = model.workspace();
        this.modelHash = hash(bundle.id());
    }

    /**
     * Makes one for each task; they share the weights.
     *
     * @throws dev.kintsugi.Fault if the bundle is not one for this topology
     */
    public static Supplier<Restoration> of(TopologySpec topology, Bundle bundle) {
        BundleFit.require(topology, bundle);
        Inference model = Inference.of(bundle.manifest().architecture(), bundle.weights());
        return () -> new BundleRestoration(topology, bundle, model);
    }

    @Override
    public List<Answer> answer(List<Question> questions, Instant now) {
        Batch batch = new Batch();
        List<Supplier<Answer>> answers = new ArrayList<>();
        for (Question question : questions) {
            answers.add(
                    question instanceof Question.Restore restore
                            ? restore(restore.observation(), batch, now)
                            : read(((Question.Read) question).event(), batch));
        }
        batch.run();
        return answers.stream().map(Supplier::get).toList();
    }

    private Supplier<Answer> restore(Observation observation, Batch batch, Instant now) {
        Dice dice = Dice.of(hash(observation.id()), modelHash, spec.seed());
        Decoded<Observed> seen = perception.of(observation.events(), dice.next());
        if (seen instanceof Decoded.Bad<Observed> bad) {
            return () -> new Answer.Failed(bad.reason(), bad.message());
        }
        int row = batch.restore(((Decoded.Ok<Observed>) seen).value());
        Optional<Supplier<Hindsight>> shadow = shadow(observation, dice, batch, now);
        return () -> made(
                observation,
                batch.restored.get(row),
                shadow.map(Supplier::get).stream().toList(),
                now);
    }

    private Answer made(
            Observation observation, dev.kintsugi.mvae.infer.Restored result, List<Hindsight> shadows, Instant now) {
        if (result instanceof Broken broken) {
            return new Answer.Failed(broken.why().reason(), broken.why().message());
        }
        Whole whole = (Whole) result;
        List<Restored> restored = new ArrayList<>();
        for (String missing : observation.missing()) {
            Decoded<Restored> side = findings.restored(observation, missing, whole, now);
            if (side instanceof Decoded.Bad<Restored> bad) {
                return new Answer.Failed(bad.reason(), bad.message());
            }
            restored.add(((Decoded.Ok<Restored>) side).value());
        }
        return new Answer.Made(restored, findings.latents(observation, whole.posterior()), shadows);
    }

    private Supplier<Answer> read(ObservedEvent event, Batch batch) {
        if (event.content() instanceof Content.Label label) {
            return () -> new Answer.Seen(Optional.of(new Guess(label.name(), 1)));
        }
        Decoded<Observed> seen = perception.of(List.of(event), 0);
        if (seen instanceof Decoded.Bad<Observed> bad) {
            return () -> new Answer.Failed(bad.reason(), bad.message());
        }
        int row = batch.read(((Decoded.Ok<Observed>) seen).value());
        return () -> batch.inferred.get(row) instanceof Inferred.Posterior posterior
                ? new Answer.Seen(findings.guess(posterior))
                : new Answer.Failed("model-failed", batch.inferred.get(row).toString());
    }

    /** Of a few observations that lack no side, one side is hidden, restored, and compared with what it was. */
    private Optional<Supplier<Hindsight>> shadow(Observation observation, Dice dice, Batch batch, Instant now) {
        List<ObservedEvent> sides = observation.events().stream()
                .filter(event -> sensed.contains(event.modality()))
                .toList();
        if (sides.size() < sensed.size() || sides.size() < 2 || !dice.chance(spec.shadow())) {
            return Optional.empty();
        }
        ObservedEvent hidden = sides.get(dice.below(sides.size()));
        List<ObservedEvent> others =
                observation.events().stream().filter(event -> event != hidden).toList();
        // What was seen as a whole can be seen in part.
        int restored = batch.restore(perception.of(others, dice.next()).orElseThrow(BundleRestoration::impossible));
        int truth = batch.read(perception.of(List.of(hidden), 0).orElseThrow(BundleRestoration::impossible));
        return Optional.of(() ->
                findings.shadow(observation, hidden, batch.restored.get(restored), batch.inferred.get(truth), now));
    }

    private static IllegalStateException impossible(Decoded.Bad<?> bad) {
        return new IllegalStateException("seen before, and now not: " + bad.message());
    }

    /** FNV-1a (Fowler, Noll and Vo), over characters: the dice mix it further. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** What is asked of the model at once. */
    private final class Batch {
        private final List<Observed> toRestore = new ArrayList<>();
        private final List<Observed> toRead = new ArrayList<>();
        private List<dev.kintsugi.mvae.infer.Restored> restored = List.of();
        private List<Inferred> inferred = List.of();

        int restore(Observed observed) {
            toRestore.add(observed);
            return toRestore.size() - 1;
        }

        int read(Observed observed) {
            toRead.add(observed);
            return toRead.size() - 1;
        }

        void run() {
            if (!toRestore.isEmpty()) {
                restored = restorer.restore(toRestore);
            }
            if (!toRead.isEmpty()) {
                inferred = workspace.infer(toRead, Request.nothing());
            }
        }
    }
}
