package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Part;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** A labelled part in a graph: an expert for each class, and the layers that guess the class from the shared part. */
final class LabelNetwork {
    private static final double SPREAD = 0.5;

    private final SameDiff graph;
    private final Part.Labelled part;
    private final SDVariable table;
    private final Layer dense;
    private final Layer out;

    LabelNetwork(SameDiff graph, Parameters parameters, Part.Labelled part, int shared, int rows) {
        this.graph = graph;
        this.part = part;
        this.table = parameters.drawn(part.name() + ".enc.table", SPREAD);
        this.dense = Layer.of(parameters, part.name() + ".dec.dense1", Layer.rectifiedDeviation(shared), rows);
        this.out =
                Layer.of(parameters, part.name() + ".dec.out", Layer.headDeviation(Part.Labelled.DECODER_UNITS), rows);
    }

    /** @param oneHot a row of zeros where there is no label */
    Gaussian expert(SDVariable oneHot) {
        return Gaussian.ofHead(Operation.product(oneHot, table));
    }

    /**
     * The cross-entropy, summed.
     *
     * @param weighted labels times weights, with as many rows as the shared part
     */
    SDVariable crossEntropy(SDVariable shared, SDVariable weighted, int rows) {
        return crossEntropy(
                graph, logits(shared, rows), weighted, rows, part.classes().size());
    }

    /** How probable each class is. */
    SDVariable guess(SDVariable shared, int rows) {
        return graph.nn().softmax(logits(shared, rows));
    }

    private SDVariable logits(SDVariable shared, int rows) {
        return out.withRows(rows).on(dense.withRows(rows).activated(shared));
    }

    static SDVariable crossEntropy(SameDiff graph, SDVariable logits, SDVariable weighted, int rows, int classes) {
        SDVariable likelihoods = Operation.logSoftmax(logits, classes).mul(weighted);
        return SharedPrior.weighted(Operation.ones(graph, 1, rows), likelihoods, classes)
                .neg();
    }
}
