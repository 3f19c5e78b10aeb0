package dev.kintsugi.mvae.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A SameDiff graph of fixed shapes, made ready to be executed many times: every operation has its arrays once and for all.
 *
 * <p>An execution is a walk along the operations that are needed, in the order in which the graph was built. SameDiff's
 * own session asks each time anew for shapes and arrays, and who still needs them. No array is used for two variables,
 * so another shape of one is a view of it.
 */
final class Plan implements AutoCloseable {
    private static final Set<VariableType> STORED = Set.of(VariableType.CONSTANT, VariableType.VARIABLE);
    private static final Runnable NOTHING = () -> {};

    private final SameDiff graph;
    private final Map<String, INDArray> arrays = new HashMap<>();
    private final List<INDArray> made = new ArrayList<>();
    private final List<OpContext> contexts = new ArrayList<>();
    private final Map<String, Runnable> executions = new HashMap<>();
    private final Map<List<String>, List<Runnable>> walks = new HashMap<>();

    /** @param inputs by the name of the placeholder, read in every execution */
    Plan(SameDiff graph, Map<String, INDArray> inputs) {
        this.graph = graph;
        arrays.putAll(inputs);
    }

    /** Computes variables; their arrays are good until the next execution. */
    Map<String, INDArray> execute(List<String> wanted) {
        walks.computeIfAbsent(wanted, this::walk).forEach(Runnable::run);
        Map<String, INDArray> found = new LinkedHashMap<>();
        wanted.forEach(name -> found.put(name, array(name)));
        return found;
    }

    /** How many arrays were ever made. */
    int made() {
        return made.size();
    }

    @Override
    public void close() {
        contexts.forEach(OpContext::purge);
        made.forEach(INDArray::close);
        arrays.clear();
        walks.clear();
        executions.clear();
    }

    private List<Runnable> walk(Collection<String> wanted) {
        Set<String> needed = new HashSet<>(wanted);
        List<SameDiffOp> order = new ArrayList<>(graph.getOps().values());
        for (int i = order.size() - 1; i >= 0; i--) {
            if (order.get(i).getOutputsOfOp().stream().anyMatch(needed::contains)) {
                needed.addAll(order.get(i).getInputsToOp());
            }
        }
        return order.stream()
                .filter(each -> each.getOutputsOfOp().stream().anyMatch(needed::contains))
                .map(each -> executions.computeIfAbsent(each.getName(), name -> bound(each)))
                .filter(execution -> execution != NOTHING)
                .toList();
    }

    private Runnable bound(SameDiffOp each) {
        List<INDArray> inputs = each.getInputsToOp().stream().map(this::array).toList();
        DifferentialFunction operation = each.getOp();
        if (operation instanceof Reshaped reshaped) {
            arrays.put(each.getOutputsOfOp().get(0), inputs.get(0).reshape('c', true, reshaped.iArgs()));
            return NOTHING;
        }
        if (operation instanceof JavaOperation inJava) {
            INDArray output =
                    make(each.getOutputsOfOp().get(0), LongShapeDescriptor.fromShape(inJava.shape(), DataType.FLOAT));
            return executed(inJava.execution(inputs.stream().map(Floats::buffer).toList(), Floats.buffer(output)));
        }
        OpContext context = Nd4j.getExecutioner().buildContext();
        contexts.add(context);
        context.setInputArrays(inputs);
        if (operation instanceof CustomOp custom) {
            context.setIArguments(custom.iArgs());
            context.setTArguments(custom.tArgs());
            context.setBArguments(custom.bArgs());
            context.setDArguments(custom.dArgs());
            makeOutputs(each.getOutputsOfOp(), context, custom.calculateOutputShape(context));
            return executed(() -> Nd4j.exec(custom, context));
        }
        makeOutputs(each.getOutputsOfOp(), context, ((BaseOp) operation).calculateOutputShape(context));
        return executed(() -> Nd4j.exec((Op) operation, context));
    }

    /** Once at least before it is part of any walk: the shape of some that follow is a matter of values. */
    private static Runnable executed(Runnable execution) {
        execution.run();
        return execution;
    }

    private void makeOutputs(List<String> names, OpContext context, List<LongShapeDescriptor> shapes) {
        for (int i = 0; i < names.size(); i++) {
            context.setOutputArray(i, make(names.get(i), shapes.get(i)));
        }
    }

    private INDArray make(String name, LongShapeDescriptor shape) {
        INDArray array = Nd4j.create(shape.asDataType(graph.getVariable(name).dataType()), false);
        made.add(array);
        arrays.put(name, array);
        return array;
    }

    private INDArray array(String name) {
        SDVariable variable = graph.getVariable(name);
        return STORED.contains(variable.getVariableType()) ? variable.getArr() : arrays.get(name);
    }
}
