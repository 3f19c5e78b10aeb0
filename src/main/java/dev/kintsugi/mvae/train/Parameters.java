package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.TensorShape;
import dev.kintsugi.mvae.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The variables of a graph: the model's own, and the adversary's, which no bundle keeps. */
final class Parameters {
    private final SameDiff graph;
    private final Random random;
    private final Map<String, TensorShape> shapes = new LinkedHashMap<>();
    private final Map<String, Layout> layouts;
    private final Map<String, INDArray> values = new LinkedHashMap<>();
    private final List<String> adversary = new ArrayList<>();

    Parameters(SameDiff graph, Architecture architecture, long seed) {
        this.graph = graph;
        this.random = new Random(Chance.seed(seed, Chance.WEIGHTS));
        this.layouts = Layout.of(architecture);
        architecture.tensors().forEach(shape -> shapes.put(shape.name(), shape));
    }

    /** A tensor of the model, drawn around 0. */
    SDVariable drawn(String name, double deviation) {
        return variable(name, layout(name).shape(), deviation);
    }

    SDVariable zero(String name) {
        return drawn(name, 0);
    }

    /** A matrix of the adversary. */
    SDVariable adversary(String name, int rows, int columns, double deviation) {
        adversary.add(name);
        return variable(name, new long[] {rows, columns}, deviation);
    }

    /** A vector of the adversary. */
    SDVariable adversary(String name, int size) {
        adversary.add(name);
        return variable(name, new long[] {size}, 0);
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    boolean isAdversary(String name) {
        return adversary.contains(name);
    }

    /** The array that the graph reads; write to it to change the variable. */
    INDArray array(String name) {
        return values.get(name);
    }

    Weights weights() {
        List<Tensor> tensors = new ArrayList<>();
        shapes.forEach((name, shape) ->
                tensors.add(Tensor.of(shape, layout(name).toModel(Floats.of(values.get(name))))));
        return Weights.of(tensors);
    }

    void set(Weights weights) {
        weights.tensors().stream()
                .filter(tensor -> values.containsKey(tensor.name()))
                .forEach(tensor -> {
                    float[] inner = layout(tensor.name()).fromModel(tensor.values());
                    Floats.into(values.get(tensor.name()), inner);
                });
    }

    private Layout layout(String name) {
        return layouts.get(name);
    }

    private SDVariable variable(String name, long[] shape, double deviation) {
        INDArray array = Nd4j.create(DataType.FLOAT, shape);
        float[] drawn = new float[Math.toIntExact(array.length())];
        for (int i = 0; i < drawn.length && deviation > 0; i++) {
            drawn[i] = (float) (deviation * random.nextGaussian());
        }
        Floats.into(array, drawn);
        values.put(name, array);
        return graph.var(name, array);
    }
}
