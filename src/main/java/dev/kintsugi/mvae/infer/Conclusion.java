package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What follows from the evidence of several observations: their posteriors, and what is decoded from these. */
final class Conclusion {
    private final Inference model;
    private final Workspace workspace;
    private final List<Evidence> evidence;
    private final Gaussians shared;
    private final List<Map<String, Float>> attention;

    Conclusion(Inference model, Workspace workspace, List<Evidence> evidence) {
        this.model = model;
        this.workspace = workspace;
        this.evidence = evidence;
        this.shared = Gaussians.of(model.architecture().shared(), evidence.size());
        this.attention = new ArrayList<>();
        for (int row = 0; row < evidence.size(); row++) {
            attention.add(fuse(row));
        }
    }

    List<Inferred.Posterior> posteriors(Request request) {
        List<Inferred.Posterior> posteriors = posteriors();
        Drawing drawing = new Drawing(model, workspace, request.draw());
        for (Part.Sensed part : model.architecture().sensed()) {
            List<Latent> latents = new ArrayList<>();
            for (int row = 0; row < posteriors.size(); row++) {
                latents.addAll(latents(part, posteriors.get(row), evidence.get(row), request));
            }
            List<float[]> decoded = drawing.decoded(part, latents);
            for (int i = 0; i < decoded.size(); i++) {
                Map<String, List<float[]>> all = latents.get(i).of().decoded();
                all.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(decoded.get(i));
            }
        }
        return posteriors;
    }

    /** Of which nothing is decoded yet. */
    private List<Inferred.Posterior> posteriors() {
        int count = evidence.size();
        float[] responsibilities = workspace.responsibilities(shared.mean(), count);
        List<Map<String, float[]>> labels = labels();
        List<Inferred.Posterior> posteriors = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            posteriors.add(new Inferred.Posterior(
                    shared.row(row),
                    evidence.get(row).privates(),
                    slice(responsibilities, row, model.components().count()),
                    attention.get(row),
                    new LinkedHashMap<>(),
                    labels.get(row)));
        }
        return posteriors;
    }

    private List<Map<String, float[]>> labels() {
        List<Map<String, float[]>> labels = new ArrayList<>();
        evidence.forEach(one -> labels.add(new LinkedHashMap<>()));
        for (Part.Labelled part : model.architecture().labelled()) {
            float[] all = workspace.probabilities(part.name(), shared.mean(), labels.size());
            for (int row = 0; row < labels.size(); row++) {
                labels.get(row).put(part.name(), slice(all, row, part.classes().size()));
            }
        }
        return labels;
    }

    private Map<String, Float> fuse(int row) {
        Map<String, Gaussians> experts = evidence.get(row).experts();
        var product = new ProductOfExperts(shared.size(), experts.size());
        experts.values().forEach(expert -> product.add(expert, 0));
        product.write(shared, row);
        float[] shares = product.shares();
        Map<String, Float> byPart = new LinkedHashMap<>();
        byPart.put("prior", shares[0]);
        experts.keySet().forEach(part -> byPart.put(part, shares[byPart.size()]));
        return byPart;
    }

    private static List<Latent> latents(
            Part.Sensed part, Inferred.Posterior posterior, Evidence evidence, Request request) {
        Gaussians own = posterior.privates().get(part.name());
        int count = own == null ? request.samples() : request.reconstruct() ? 1 : 0;
        List<Latent> latents = new ArrayList<>();
        for (int sample = 0; sample < count; sample++) {
            latents.add(new Latent(posterior, own, evidence.observed().seed(), sample));
        }
        return latents;
    }

    private static float[] slice(float[] rows, int row, int size) {
        return Arrays.copyOfRange(rows, row * size, (row + 1) * size);
    }
}
