package dev.kintsugi.mvae.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a graph is given anew for every batch, in arrays that are made once. */
final class Inputs {
    private final SameDiff graph;
    private final Map<String, INDArray> arrays = new LinkedHashMap<>();

    Inputs(SameDiff graph) {
        this.graph = graph;
    }

    SDVariable matrix(String name, int rows, int columns) {
        arrays.put(name, Nd4j.zeros(DataType.FLOAT, rows, columns));
        return graph.placeHolder(name, DataType.FLOAT, rows, columns);
    }

    void set(String name, float[] values) {
        Floats.into(arrays.get(name), values);
    }

    Map<String, INDArray> arrays() {
        return arrays;
    }

    static String rows(String part) {
        return part + ".rows";
    }

    /** Rows of a sensed part as its encoder sees them. */
    static String seen(String part) {
        return part + ".seen";
    }

    static String noise(String part) {
        return part + ".noise";
    }

    /** Weights of a sensed part's likelihood, or of a label's cross-entropy (times the label), by subset and row. */
    static String likelihood(String part) {
        return part + ".likelihood";
    }

    static String divergence(String part) {
        return part + ".divergence";
    }

    static String cycle(String part, String label) {
        return part + "." + label + ".cycle";
    }

    static String reversal(String part, String label) {
        return part + "." + label + ".reversal";
    }

    /** Weights of what two sides agree on, by row. */
    static String agreement(String one, String other) {
        return one + "." + other + ".agreement";
    }

    /** Which rows lack one of two sides. */
    static String absent(String one, String other) {
        return one + "." + other + ".absent";
    }

    /** What the told class adds to the log-density of each component of the prior. */
    static final String TOLD = "(shared).told";

    /** Stands for the shared part of the latent where a part's name is asked for; no part can be called so. */
    static final String SHARED = "(shared)";
}
