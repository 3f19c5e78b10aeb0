package dev.kintsugi.learn;

import dev.kintsugi.cluster.Assignment;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives classes that were found without a label their names: each that of most of its observations, and no name twice.
 *
 * <p>What is known of a class lies in tensors by its number, so to name is to put them in another order.
 */
final class FoundClasses {
    private final Weights weights;
    private final int[] names;

    private FoundClasses(Weights weights, int[] names) {
        this.weights = weights;
        this.names = names;
    }

    /**
     * The weights with classes in the order of their names.
     *
     * @param posteriors of observations, as these weights see them
     * @param told the true class of each
     */
    static Weights named(
            Architecture architecture,
            Part.Labelled part,
            Weights weights,
            List<Posterior> posteriors,
            List<String> told) {
        double[][] counts = new double[part.classes().size()][part.classes().size()];
        for (int i = 0; i < posteriors.size(); i++) {
            counts[posteriors.get(i).guess(part.name())][part.classes().indexOf(told.get(i))]++;
        }
        FoundClasses found = new FoundClasses(weights, Assignment.heaviest(counts));
        List<Tensor> ordered = new ArrayList<>(List.of(
                found.rows(part.name() + ".enc.table"),
                found.columns(part.name() + ".dec.out.w"),
                found.columns(part.name() + ".dec.out.b")));
        if (architecture.prior() instanceof Prior.Mixture mixture
                && mixture.components() >= part.classes().size()) {
            // A class has the component of its number.
            ordered.addAll(List.of(found.rows("prior.mean"), found.rows("prior.logvar"), found.rows("prior.logits")));
        }
        return weights.with(ordered);
    }

    private Tensor rows(String name) {
        Tensor tensor = weights.require(name);
        int width = tensor.values().length / tensor.shape()[0];
        float[] ordered = tensor.values().clone();
        for (int found = 0; found < names.length; found++) {
            System.arraycopy(tensor.values(), found * width, ordered, names[found] * width, width);
        }
        return Tensor.of(tensor.described(), ordered);
    }

    private Tensor columns(String name) {
        Tensor tensor = weights.require(name);
        float[] ordered = new float[tensor.values().length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i - i % names.length + names[i % names.length]] = tensor.values()[i];
        }
        return Tensor.of(tensor.described(), ordered);
    }
}
