package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model ready to be asked: packed weights, immutable and shared by all threads.
 *
 * <p>Each thread asks through a {@link #workspace} of its own. To change the model, make another {@code Inference} and
 * take a workspace from that; the old one is ordinary garbage.
 */
public final class Inference {
    private final Architecture architecture;
    private final Kernel kernel;
    private final Map<String, Encoder> encoders = new LinkedHashMap<>();
    private final Map<String, Decoder> decoders = new LinkedHashMap<>();
    private final Map<String, Gaussians> tables = new LinkedHashMap<>();
    private final Map<String, Likeness> likenesses = new LinkedHashMap<>();
    private final Map<String, Grain> grains = new LinkedHashMap<>();
    private final Map<String, Contrast> contrasts = new LinkedHashMap<>();
    private final Components components;

    Inference(Architecture architecture, Weights weights, Kernel kernel) {
        weights.fitting(architecture, "weights", "take weights and architecture from one bundle");
        this.architecture = architecture;
        this.kernel = kernel;
        int shared = architecture.shared();
        for (Part.Sensed part : architecture.sensed()) {
            encoders.put(part.name(), new Encoder(kernel, part, shared, weights));
            Likeness.of(part, shared, weights).ifPresent(likeness -> likenesses.put(part.name(), likeness));
            Grain.of(part, weights).ifPresent(grain -> grains.put(part.name(), grain));
            Contrast.of(part, weights).ifPresent(contrast -> contrasts.put(part.name(), contrast));
        }
        for (Part.Labelled part : architecture.labelled()) {
            tables.put(part.name(), table(part, shared, weights));
        }
        for (Part part : architecture.modalities()) {
            decoders.put(part.name(), Decoder.of(kernel, part, shared, weights));
        }
        this.components = Components.of(architecture.prior(), shared, weights);
    }

    /** Packs the weights for the fastest kernel there is. */
    public static Inference of(Architecture architecture, Weights weights) {
        return new Inference(architecture, weights, Kernel.best());
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The kernel in use, for logs. */
    public String kernelName() {
        return kernel.name();
    }

    /** Scratch for one thread. */
    public Workspace workspace() {
        return new Workspace(this);
    }

    Components components() {
        return components;
    }

    Optional<Likeness> likeness(String part) {
        return Optional.ofNullable(likenesses.get(part));
    }

    Optional<Grain> grain(String part) {
        return Optional.ofNullable(grains.get(part));
    }

    Optional<Contrast> contrast(String part) {
        return Optional.ofNullable(contrasts.get(part));
    }

    Map<String, Encoder> encoders() {
        return Collections.unmodifiableMap(encoders);
    }

    Map<String, Decoder> decoders() {
        return Collections.unmodifiableMap(decoders);
    }

    /** The experts of a labelled part, one row a class. */
    Gaussians table(String part) {
        Gaussians table = tables.get(part);
        if (table == null) {
            throw new IllegalArgumentException("no labelled part is named " + part);
        }
        return table;
    }

    private static Gaussians table(Part.Labelled part, int shared, Weights weights) {
        float[] rows = weights.require(part.name() + ".enc.table").values();
        Gaussians table = Gaussians.of(shared, part.classes().size());
        for (int row = 0; row < table.count(); row++) {
            table.read(row, rows, row * 2 * shared);
        }
        return table;
    }
}
