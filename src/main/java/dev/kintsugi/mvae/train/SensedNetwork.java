package dev.kintsugi.mvae.train;

import static dev.kintsugi.mvae.train.Operation.bernoulli;
import static dev.kintsugi.mvae.train.Operation.masked;
import static dev.kintsugi.mvae.train.Operation.ones;

import dev.kintsugi.mvae.Part;
import java.util.Collections;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A sensed part in a graph: encoded from what came, and decoded from the shared part of every subset. */
final class SensedNetwork {
    private static final int ADVERSARY_UNITS = 64;
    private static final double MOST_CERTAIN = 5;

    private final SameDiff graph;
    private final Parameters parameters;
    private final Part.Sensed part;
    private final List<Subset> subsets;
    private final int batch;
    private final Blocks blocks;
    private final Encoder encoder;
    private final Decoder decoder;
    private final SDVariable rows;
    private final SDVariable hidden;
    private SDVariable privates;
    private SDVariable logits;

    SensedNetwork(
            SameDiff graph,
            Parameters parameters,
            Inputs inputs,
            Part.Sensed part,
            int shared,
            List<Subset> subsets,
            int batch) {
        this.graph = graph;
        this.parameters = parameters;
        this.part = part;
        this.subsets = subsets;
        this.batch = batch;
        this.blocks = new Blocks(part.height(), part.width());
        this.encoder = new Encoder(graph, parameters, part, shared, batch);
        this.decoder = Decoder.of(parameters, part, shared, subsets.size() * batch);
        this.rows = inputs.matrix(Inputs.rows(part.name()), batch, blocks.size());
        this.hidden = encoder.hidden(inputs.matrix(Inputs.seen(part.name()), batch, blocks.size()));
    }

    String name() {
        return part.name();
    }

    boolean hasPrivate() {
        return part.privateSize() > 0;
    }

    Gaussian expert() {
        return encoder.shared(hidden);
    }

    /** Decodes this part from every subset, with its own private part where it is a member, else with one from N(0, I). */
    void decode(SDVariable shared, SDVariable noise, Gaussian own) {
        if (hasPrivate()) {
            SDVariable zeros = graph.constant(Nd4j.zeros(DataType.FLOAT, batch, part.privateSize()));
            SDVariable deviation = graph.math().exp(own.logVariance().mul(0.5));
            privates = forSubsets(own.mean(), zeros)
                    .add(forSubsets(deviation, ones(graph, batch, part.privateSize()))
                            .mul(noise));
            logits = decoder.logits(graph.concat(1, shared, privates));
        } else {
            logits = decoder.logits(shared);
        }
    }

    Gaussian privately() {
        return encoder.privately(hidden);
    }

    SDVariable likelihood(SDVariable weights) {
        return bernoulli(logits, weights, forEachSubset(rows));
    }

    /**
     * What a classifier says of the private part alone, whose cross-entropy it lowers and the encoder raises.
     *
     * <p>Its logits are held between -5 and 5, or the encoder could gain without end by making it ever more certain of the
     * wrong class, and did (measured:
     * without this its cross-entropy was NaN within 150 steps where labels were noise).
     */
    SDVariable adversary(Part.Labelled label, SDVariable weighted) {
        String name = "adversary." + part.name() + "." + label.name();
        int classes = label.classes().size();
        double deviation = Layer.rectifiedDeviation(part.privateSize());
        Layer dense =
                Layer.adversary(parameters, name + ".dense", part.privateSize(), ADVERSARY_UNITS, deviation, batch);
        Layer out = Layer.adversary(
                parameters, name + ".out", ADVERSARY_UNITS, classes, Layer.headDeviation(ADVERSARY_UNITS), batch);
        int alone = subsets.indexOf(new Subset(List.of(part.name()))) * batch;
        SDVariable own = graph.slice(privates, new int[] {alone, 0}, batch, part.privateSize());
        SDVariable guess = graph.math()
                .tanh(out.on(dense.activated(own)).div(MOST_CERTAIN))
                .mul(MOST_CERTAIN);
        return LabelNetwork.crossEntropy(graph, guess, weighted, batch, classes);
    }

    /** The subsets that the cycle decodes this part from: each other modality alone. */
    static List<Subset> sources(String part, List<Subset> subsets) {
        return subsets.stream()
                .filter(subset -> subset.isSingle() && !subset.has(part))
                .toList();
    }

    /**
     * The shared part, as read again from what was decoded from others: an equal share of the rows from each source.
     */
    SDVariable readAgain() {
        List<Subset> sources = sources(part.name(), subsets);
        SDVariable[] shares = new SDVariable[sources.size()];
        for (int i = 0; i < shares.length; i++) {
            int from = i * batch / shares.length;
            int count = (i + 1) * batch / shares.length - from;
            int subset = subsets.indexOf(sources.get(i));
            shares[i] = graph.slice(logits, new int[] {subset * batch + from, 0}, count, blocks.size());
        }
        SDVariable chosen = shares.length == 1 ? shares[0] : graph.concat(0, shares);
        SDVariable decoded = graph.nn().sigmoid(chosen);
        SDVariable seen = blocks.filled() ? masked(decoded, pixels()) : decoded;
        return Experts.fusedMean(encoder.shared(encoder.hidden(seen)));
    }

    /** 1 for pixels, 0 for what fills the blocks. */
    private SDVariable pixels() {
        int[] order = blocks.order();
        float[] pixels = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            pixels[i] = order[i] < 0 ? 0 : 1;
        }
        return graph.constant(Nd4j.createFromArray(pixels).reshape(1, pixels.length));
    }

    private SDVariable forSubsets(SDVariable member, SDVariable other) {
        return Operation.joined(
                0,
                subsets.stream()
                        .map(subset -> subset.has(part.name()) ? member : other)
                        .toArray(SDVariable[]::new));
    }

    private SDVariable forEachSubset(SDVariable each) {
        return Operation.joined(0, Collections.nCopies(subsets.size(), each).toArray(SDVariable[]::new));
    }
}
