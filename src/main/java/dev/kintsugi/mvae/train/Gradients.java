package dev.kintsugi.mvae.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;

/**
 * Reverse-mode differentiation of a SameDiff graph, within that graph.
 *
 * <p>SameDiff's {@code createGradFunction} copies the graph through its serialised form, which would lose the gradients
 * of {@link Operation}. This asks the operations themselves, in reverse order, and nothing else is copied: values and
 * gradients are outputs of one graph, and what no requested output needs is not computed.
 */
final class Gradients {
    private final SameDiff graph;
    private final List<SameDiffOp> order;
    private final Set<String> needed = new HashSet<>();
    private final Map<String, SDVariable> gradients = new HashMap<>();

    private Gradients(SameDiff graph, Collection<String> wanted) {
        this.graph = graph;
        this.order = new ArrayList<>(graph.getOps().values());
        needed.addAll(wanted);
        for (SameDiffOp op : order) {
            if (op.getInputsToOp() != null && op.getInputsToOp().stream().anyMatch(needed::contains)) {
                needed.addAll(op.getOutputsOfOp());
            }
        }
    }

    /**
     * The gradients of a loss.
     *
     * @param loss with one element
     * @return by the variable's name, without those that the loss does not depend on
     */
    static Map<String, SDVariable> of(SDVariable loss, Collection<String> wanted) {
        Gradients reverse = new Gradients(loss.getSameDiff(), wanted);
        reverse.gradients.put(loss.name(), Operation.ones(loss.getSameDiff(), 1, 1));
        for (int i = reverse.order.size() - 1; i >= 0; i--) {
            reverse.through(reverse.order.get(i));
        }
        Map<String, SDVariable> found = new LinkedHashMap<>();
        wanted.stream()
                .filter(reverse.gradients::containsKey)
                .forEach(name -> found.put(name, reverse.gradients.get(name)));
        return found;
    }

    /** The gradients of an operation of which only the first argument can have one. */
    static List<SDVariable> forFirst(SDVariable gradient, int arguments) {
        List<SDVariable> all = new ArrayList<>(Collections.nCopies(arguments, null));
        all.set(0, gradient);
        return all;
    }

    private void through(SameDiffOp op) {
        List<String> outputs = op.getOutputsOfOp();
        if (outputs.stream().noneMatch(gradients::containsKey)
                || outputs.stream().noneMatch(needed::contains)) {
            return;
        }
        DifferentialFunction function = op.getOp();
        List<SDVariable> received = outputs.stream()
                .map(name ->
                        gradients.containsKey(name) ? gradients.get(name) : graph.zerosLike(graph.getVariable(name)))
                .toList();
        List<SDVariable> passed = function.doDiff(received);
        List<String> inputs = op.getInputsToOp();
        for (int i = 0; i < passed.size(); i++) {
            if (needed.contains(inputs.get(i)) && passed.get(i) != null) {
                gradients.merge(inputs.get(i), passed.get(i), (some, more) -> Operation.sum(some, more));
            }
        }
    }
}
