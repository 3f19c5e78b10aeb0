package dev.kintsugi.mvae.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Executes an objective on the inputs that it holds. */
final class Step implements AutoCloseable {
    private final Objective objective;
    private final ArrayPool pool = new ArrayPool();
    private final Session session;

    Step(Objective objective) {
        this.objective = objective;
        this.session = new Session(objective.graph(), pool);
    }

    /** What came out; its gradients are good until {@link #forget}. */
    record Result(Map<String, Double> terms, Map<String, INDArray> gradients) {}

    /** Gradients by variable and, where they are asked for, the terms: which take a quarter of the time more. */
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
        Map<String, Double> terms = numbers(execute(objective.terms().values().stream()));
        forget();
        return terms;
    }

    /** The values of a variable of the objective. */
    float[] values(SDVariable variable) {
        float[] values = Floats.of(execute(Stream.of(variable)).get(variable.name()));
        forget();
        return values;
    }

    void forget() {
        pool.reclaim();
    }

    /** How many arrays executions have needed so far. */
    int arrays() {
        return pool.made();
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
        SameDiff graph = objective.graph();
        // SameDiff looks for the session of the calling thread, and would otherwise make one with a cache of its own.
        graph.getSessions().clear();
        graph.getSessions().put(Thread.currentThread().getId(), session);
        List<String> names = wanted.map(SDVariable::name).distinct().toList();
        return graph.output(objective.inputs().arrays(), names);
    }

    @Override
    public void close() {
        pool.close();
    }
}
