package dev.kintsugi.learn;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.TensorShape;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Encoded;
import dev.kintsugi.mvae.infer.Gaussians;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Most;
import dev.kintsugi.mvae.infer.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds out, after training, where the latents of each part lie within each component of the prior (ex-post density
 * estimation: Ghosh and others, "From variational to deterministic autoencoders", 2020).
 */
final class Likenesses {
    private static final int BATCH = 128;

    private final Workspace workspace;
    private final Architecture architecture;

    private Likenesses(Bundle bundle) {
        this.architecture = bundle.manifest().architecture();
        this.workspace = Inference.of(architecture, bundle.weights()).workspace();
    }

    /** The tensors that a bundle keeps, found over the first lessons. */
    static List<Tensor> of(Bundle bundle, Lessons lessons, int count) {
        return new Likenesses(bundle).tensors(lessons, count);
    }

    private List<Tensor> tensors(Lessons lessons, int count) {
        Map<String, TensorShape> shapes = new TreeMap<>();
        architecture.likenesses().forEach(shape -> shapes.put(shape.name(), shape));
        List<Tensor> tensors = new ArrayList<>();
        for (Part.Sensed part : architecture.sensed()) {
            List<Spread> spreads = spreads(part, lessons, count);
            int size = architecture.shared() + part.privateSize();
            float[] means = new float[spreads.size() * size];
            float[] roots = new float[spreads.size() * size * size];
            for (int component = 0; component < spreads.size(); component++) {
                spreads.get(component).write(means, roots, component);
            }
            tensors.add(Tensor.of(shapes.get(part.name() + ".likeness.mean"), means));
            tensors.add(Tensor.of(shapes.get(part.name() + ".likeness.root"), roots));
        }
        return tensors;
    }

    /** One for each component; a component with too few latents has the spread of all. */
    private List<Spread> spreads(Part.Sensed part, Lessons lessons, int count) {
        int size = architecture.shared() + part.privateSize();
        int components = architecture.prior().count();
        Spread all = new Spread(size);
        List<Spread> spreads = new ArrayList<>();
        for (int component = 0; component < components; component++) {
            spreads.add(new Spread(size));
        }
        for (int from = 0; from < count; from += BATCH) {
            add(part, lessons, from, Math.min(BATCH, count - from), spreads, all);
        }
        spreads.replaceAll(spread -> spread.count() > 2 * size ? spread : all);
        return spreads;
    }

    private void add(Part.Sensed part, Lessons lessons, int from, int count, List<Spread> spreads, Spread all) {
        float[] rows = lessons.rows(part, from, count);
        Encoded encoded = workspace.encode(part.name(), rows, count);
        Gaussians shared = workspace.fuse(List.of(encoded.shared()), count);
        float[] responsibilities = workspace.responsibilities(shared.mean(), count);
        for (int i = 0; i < count; i++) {
            int component = Most.probable(responsibilities, i * spreads.size(), spreads.size());
            spreads.get(component).add(shared, encoded.privates(), i);
            all.add(shared, encoded.privates(), i);
        }
    }
}
