package dev.kintsugi.mvae.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Executes an objective on the inputs that it holds. */
final class Step implements AutoCloseable {
    private final Objective objective;
    private final Plan plan;

    Step(Objective objective) {
        this.objective = objective;
        this.plan = new Plan(objective.graph(), objective.inputs().arrays());
    }

    /** What came out; its gradients are good until the next execution. */
    record Result(Map<String, Double> terms, Map<String, INDArray> gradients) {}

    /** Gradients by variable and, where they are asked for, the terms: which take some time more. */
    Result gradients(boolean terms) {
        Map<String, SDVariable> wanted = objective.gradients();
        Map<String, INDArray> found = execute(
                terms
                        ? Stream.concat(wanted.values().stream(), objective.terms().values().stream())
                        : wanted.values().stream());
        Map<String, INDArray> gradients = new LinkedHashMap<>();
        wanted.forEach((name, gradient) -> gradients.put(name, found.get(gradient.name())));
        return new Result(terms ? numbers(found) : Map.of(), gradients);
    }

    Map<String, Double> terms() {
        return numbers(execute(objective.terms().values().stream()));
    }

    /** The values of a variable of the objective. */
    float[] values(SDVariable variable) {
        return Floats.of(execute(Stream.of(variable)).get(variable.name()));
    }

    /** How many arrays executions have needed so far. */
    int arrays() {
        return plan.made();
    }

    private Map<String, Double> numbers(Map<String, INDArray> found) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        objective
                .terms()
                .forEach((name, term) ->
                        numbers.put(name, (double) found.get(term.name()).getFloat(0)));
        return numbers;
    }

    private Map<String, INDArray> execute(Stream<SDVariable> wanted) {
        return plan.execute(wanted.map(SDVariable::name).distinct().toList());
    }

    @Override
    public void close() {
        plan.close();
    }
}
