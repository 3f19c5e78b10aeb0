package dev.kintsugi.mvae.train;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Weights;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A training under way, which goes on step by step, at its owner's pace; for one thread at a time.
 *
 * <p>A step depends on the state and on its number alone, so that a training that was saved and taken up again comes to
 * the same weights as one that was not.
 */
public final class Training implements AutoCloseable {
    private static final int LOOK_EVERY = 25;

    /** The part of all passes, from the first on, after which classes are looked for where not all are told. */
    private static final int DISCOVERING = 3;

    private final Architecture architecture;
    private final TrainingSettings settings;
    private final TrainingData data;
    private final TrainingData held;
    private final Objective objective;
    private final Batches batches;
    private final Step execution;
    private final Adam adam;
    private final Schedule schedule;
    private final int stepsPerPass;
    private int[] order;
    private long step;
    private Map<String, Double> terms = Map.of();
    private Best best = new Best(Optional.empty(), Double.POSITIVE_INFINITY, 0, OptionalDouble.empty());

    /**
     * The best weights so far, by the loss on validation data.
     *
     * @param weights none before the first full pass
     * @param passes that came after it
     * @param latest loss
     */
    record Best(Optional<Weights> weights, double loss, int passes, OptionalDouble latest) {}

    /** @param held observations for validation, never trained on; may be none */
    public Training(Architecture architecture, TrainingSettings settings, TrainingData data, TrainingData held) {
        if (data.size() == 0) {
            throw new Fault("training: there are 0 observations; name data that has some");
        }
        this.architecture = architecture;
        this.settings = settings;
        this.data = data;
        this.held = held;
        this.objective = new Objective(architecture, settings);
        this.batches = new Batches(architecture, settings, objective);
        this.execution = new Step(objective);
        this.adam = new Adam(objective.parameters(), settings.weights().reversal());
        this.stepsPerPass = (data.size() + settings.batch() - 1) / settings.batch();
        this.schedule = new Schedule(
                settings.learningRate(), (long) stepsPerPass * settings.passes(), settings.anneal() * stepsPerPass);
    }

    /** Takes weights of the same architecture to begin with, instead of drawn ones. */
    public void startFrom(Weights weights) {
        objective.parameters().set(weights.fitting(architecture, "weights to start from", "train from nothing"));
        adam.reload();
    }

    public boolean isDone() {
        return step == schedule.steps() || settings.patience() > 0 && best.passes() >= settings.patience();
    }

    /** Learns from one batch and, at the end of a pass, measures the loss on validation data. */
    public void step() {
        int within = (int) (step % stepsPerPass);
        int pass = (int) (step / stepsPerPass);
        if (order == null || within == 0) {
            order = Chance.order(data.size(), Chance.of(settings.seed(), Chance.ORDER, pass));
        }
        var place = new Batches.Place(pass, within, schedule.annealed(step), true);
        batches.fill(data, order, place);
        objective.guess().ifPresent(guess -> batches.guess(execution.values(guess), place));
        boolean look = step % LOOK_EVERY == 0 || within == stepsPerPass - 1;
        Step.Result result = execution.gradients(look);
        terms = look ? result.terms() : terms;
        learn(result.gradients());
        step++;
        if (step % stepsPerPass == 0) {
            if (objective.guessed().isPresent() && DISCOVERING * pass < settings.passes()) {
                discover(Chance.seed(settings.seed(), Chance.GROUPS, pass));
            }
            validate();
        }
    }

    /** The best weights so far by validation, or the present ones while there are none. */
    public Weights weights() {
        return best.weights().orElseGet(objective.parameters()::weights);
    }

    /** How many subsets of modalities the objective sums over. */
    public int subsets() {
        return objective.subsets().size();
    }

    private void discover(long seed) {
        if (new Discovery(objective, batches, execution).restarts(data, seed)) {
            adam.reload();
        }
    }

    /** The weights as they are now. */
    Weights present() {
        return objective.parameters().weights();
    }

    Architecture architecture() {
        return architecture;
    }

    TrainingSettings settings() {
        return settings;
    }

    int size() {
        return data.size();
    }

    long steps() {
        return schedule.steps();
    }

    long stepsDone() {
        return step;
    }

    int stepsPerPass() {
        return stepsPerPass;
    }

    double learningRate() {
        return schedule.learningRate(Math.max(0, step - 1));
    }

    Map<String, Double> terms() {
        return terms;
    }

    Best best() {
        return best;
    }

    int arrays() {
        return execution.arrays();
    }

    Adam.State state() {
        return adam.state();
    }

    void restore(long doneSteps, Adam.State state, Best bestSoFar) {
        step = doneSteps;
        adam.restore(state);
        best = bestSoFar;
        order = null;
    }

    private void learn(Map<String, INDArray> gradients) {
        if (!adam.step(gradients, schedule.learningRate(step))) {
            throw new Fault("training: at step " + step + " (pass " + (step / stepsPerPass + 1)
                    + ") a gradient is not finite, with a learning rate of "
                    + String.format("%.2g", schedule.learningRate(step))
                    + " and the terms " + execution.terms() + "; use a lower learning rate, or lower weights");
        }
    }

    private void validate() {
        Weights weights = objective.parameters().weights();
        if (held.size() == 0) {
            best = new Best(Optional.of(weights), best.loss(), 0, OptionalDouble.empty());
            return;
        }
        double loss = heldLoss();
        if (!Double.isFinite(loss)) {
            throw new Fault("training: after step " + step + " the loss on validation data is " + loss
                    + "; use a lower learning rate, or lower weights");
        }
        best = loss < best.loss()
                ? new Best(Optional.of(weights), loss, 0, OptionalDouble.of(loss))
                : new Best(best.weights(), best.loss(), best.passes() + 1, OptionalDouble.of(loss));
    }

    /** The loss per observation, at full weight of the KL terms, with the same noise every time. */
    private double heldLoss() {
        int[] inOrder = IntStream.range(0, held.size()).toArray();
        double sum = 0;
        for (int number = 0; number * settings.batch() < held.size(); number++) {
            batches.fill(held, inOrder, new Batches.Place(0, number, 1, false));
            sum += objective.loss(execution.terms());
        }
        return sum * settings.batch() / held.size();
    }

    @Override
    public void close() {
        execution.close();
    }
}
