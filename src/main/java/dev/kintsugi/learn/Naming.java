package dev.kintsugi.learn;

import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Inferred;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Request;
import dev.kintsugi.mvae.infer.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names the components of a model's prior by the class that most of their observations have. */
final class Naming {
    private static final int BATCH = 128;

    private Naming() {}

    /** By component: its class, the share of observations that it has, and the share of those that are of its class. */
    static Map<String, Object> of(Bundle bundle, Lessons validation, List<String> labels) {
        Inference inference = Inference.of(bundle.manifest().architecture(), bundle.weights());
        List<Map<String, Integer>> counts = new ArrayList<>();
        List<Posterior> posteriors = posteriors(inference.workspace(), validation);
        int components = posteriors.get(0).responsibilities().length;
        for (int component = 0; component < components; component++) {
            counts.add(new TreeMap<>());
        }
        for (int i = 0; i < posteriors.size(); i++) {
            counts.get(posteriors.get(i).component()).merge(labels.get(i), 1, Integer::sum);
        }
        return described(counts, posteriors.size());
    }

    private static Map<String, Object> described(List<Map<String, Integer>> counts, int observations) {
        Map<String, Object> described = new TreeMap<>();
        for (int component = 0; component < counts.size(); component++) {
            Map<String, Integer> labels = counts.get(component);
            int size = labels.values().stream().mapToInt(Integer::intValue).sum();
            String number = String.valueOf(component);
            labels.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .ifPresent(most -> described.put(
                            number,
                            Map.of(
                                    "label", most.getKey(),
                                    "share", (double) size / observations,
                                    "purity", (double) most.getValue() / size)));
        }
        return described;
    }

    /** Of the observations that nothing is learned from. */
    static List<Posterior> posteriors(Workspace workspace, Lessons validation) {
        List<Posterior> posteriors = new ArrayList<>();
        for (int from = 0; from < validation.size(); from += BATCH) {
            List<Observed> batch = new ArrayList<>();
            for (int i = from; i < Math.min(validation.size(), from + BATCH); i++) {
                batch.add(new Observed(validation.observation(0, i).rows(), Map.of(), i));
            }
            for (Inferred inferred : workspace.infer(batch, Request.nothing())) {
                posteriors.add((Posterior) inferred);
            }
        }
        return posteriors;
    }
}
