package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What follows from the evidence of several observations: their posteriors, and what is decoded from these. */
final class Conclusion {
    /** Names the noise that chooses a component; no part can be called so. */
    private static final String COMPONENT = "(component)";

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
        int count = evidence.size();
        float[] responsibilities = workspace.responsibilities(shared.mean(), count);
        List<Map<String, float[]>> labels = perRow();
        for (Part.Labelled part : model.architecture().labelled()) {
            float[] all = workspace.probabilities(part.name(), shared.mean(), count);
            for (int row = 0; row < count; row++) {
                labels.get(row).put(part.name(), slice(all, row, part.classes().size()));
            }
        }
        List<Map<String, List<float[]>>> decoded = perRow();
        model.architecture().sensed().forEach(part -> decode(part, request, responsibilities, decoded));
        List<Inferred.Posterior> posteriors = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            posteriors.add(new Inferred.Posterior(
                    shared.row(row),
                    evidence.get(row).privates(),
                    slice(responsibilities, row, model.components().count()),
                    attention.get(row),
                    decoded.get(row),
                    labels.get(row)));
        }
        return posteriors;
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

    private void decode(
            Part.Sensed part, Request request, float[] responsibilities, List<Map<String, List<float[]>>> decoded) {
        List<Latent> latents = new ArrayList<>();
        for (int row = 0; row < evidence.size(); row++) {
            latents.addAll(latents(part, row, request));
        }
        int size = shared.size() + part.privateSize();
        float[] rows = new float[latents.size() * size];
        for (int i = 0; i < latents.size(); i++) {
            Latent latent = latents.get(i);
            if (request.draw() == Request.Draw.ALL && latent.own() == null && drawsLikenesses(part)) {
                int component = component(latent, responsibilities);
                model.likeness(part.name()).orElseThrow().draw(component, latent.noise(part.name()), rows, i * size);
            } else {
                latent.write(rows, i * size, part.name(), request.draw());
            }
        }
        float[] values = new float[latents.size() * part.size()];
        workspace.decode(part.name(), rows, latents.size(), values);
        for (int i = 0; i < latents.size(); i++) {
            Latent latent = latents.get(i);
            if (request.draw() == Request.Draw.ALL && latent.own() == null) {
                workspace.roughen(part.name(), values, i, latent.noise(Grain.streamOf(part)));
            }
            decoded.get(latents.get(i).row())
                    .computeIfAbsent(part.name(), name -> new ArrayList<>())
                    .add(slice(values, i, part.size()));
        }
    }

    /** With a single component, all that is known of the thing is its posterior. */
    private boolean drawsLikenesses(Part.Sensed part) {
        return model.components().count() > 1 && model.likeness(part.name()).isPresent();
    }

    /** What a sample is, drawn by responsibility; the same for all parts of the sample. */
    private int component(Latent latent, float[] responsibilities) {
        int count = model.components().count();
        double left = latent.noise(COMPONENT).uniform();
        int component = 0;
        while (component < count - 1 && left > responsibilities[latent.row() * count + component]) {
            left -= responsibilities[latent.row() * count + component++];
        }
        return component;
    }

    private List<Latent> latents(Part.Sensed part, int row, Request request) {
        Gaussians own = evidence.get(row).privates().get(part.name());
        long seed = evidence.get(row).observed().seed();
        List<Latent> latents = new ArrayList<>();
        int count = own == null ? request.samples() : request.reconstruct() ? 1 : 0;
        for (int sample = 0; sample < count; sample++) {
            latents.add(new Latent(row, shared, own, part.privateSize(), seed, sample));
        }
        return latents;
    }

    private <V> List<Map<String, V>> perRow() {
        List<Map<String, V>> maps = new ArrayList<>();
        evidence.forEach(one -> maps.add(new LinkedHashMap<>()));
        return maps;
    }

    private static float[] slice(float[] rows, int row, int size) {
        return Arrays.copyOfRange(rows, row * size, (row + 1) * size);
    }
}
