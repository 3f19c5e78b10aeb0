package dev.kintsugi.mvae.train;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A dense layer.
 *
 * @param rows of what it is applied to
 */
record Layer(SDVariable weights, SDVariable bias, int rows) {

    static Layer of(Parameters parameters, String name, double deviation, int rows) {
        return new Layer(parameters.drawn(name + ".w", deviation), parameters.zero(name + ".b"), rows);
    }

    static Layer adversary(Parameters parameters, String name, int in, int out, double deviation, int rows) {
        return new Layer(
                parameters.adversary(name + ".w", in, out, deviation), parameters.adversary(name + ".b", out), rows);
    }

    SDVariable on(SDVariable input) {
        return Operation.biased(Operation.product(input, weights), rows, bias);
    }

    /** {@link #on}, rectified. */
    SDVariable activated(SDVariable input) {
        int columns = Math.toIntExact(bias.getShape()[0]);
        return Operation.activated(Operation.product(input, weights), rows, bias, columns);
    }

    Layer withRows(int other) {
        return new Layer(weights, bias, other);
    }

    /** Keeps the variance through a rectifier (He and others, "Delving deep into rectifiers", 2015). */
    static double rectifiedDeviation(int in) {
        return Math.sqrt(2.0 / in);
    }

    static double headDeviation(int in) {
        return Math.sqrt(1.0 / in);
    }
}
