package dev.kintsugi.mvae;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model is made of, in the order of its topology: enough to know every tensor by name and shape.
 *
 * @param shared numbers in the shared part of the latent, s
 */
public record Architecture(List<Part> modalities, int shared, Prior prior) {
    /** Steps in loudness for which a sound's grain is known. */
    public static final int GRAIN_LEVELS = 16;

    /** Log-variances are clamped to this range wherever an expert is read. */
    public static final float LEAST_LOG_VARIANCE = -8;

    public static final float GREATEST_LOG_VARIANCE = 4;

    public Architecture {
        modalities = List.copyOf(modalities);
        if (shared < 1) {
            throw new IllegalArgumentException("a shared part of " + shared + " numbers; it needs one or more");
        }
        if (modalities.stream().noneMatch(Part.Sensed.class::isInstance)) {
            throw new IllegalArgumentException("no modality is an image or a sound; there is nothing to learn from");
        }
        long names = modalities.stream().map(Part::name).distinct().count();
        if (names < modalities.size()) {
            throw new IllegalArgumentException("two modalities have the same name: " + modalities);
        }
    }

    public List<Part.Sensed> sensed() {
        return only(Part.Sensed.class);
    }

    public List<Part.Labelled> labelled() {
        return only(Part.Labelled.class);
    }

    public Optional<Part> part(String name) {
        return modalities.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** Every tensor of the model, by name and shape, in the order in which a bundle keeps them. */
    public List<TensorShape> tensors() {
        return Stream.concat(
                        modalities.stream().flatMap(part -> part.tensors(shared).stream()),
                        prior.tensors(shared).stream())
                .toList();
    }

    /** The sensed part that a tensor is of: its name is what comes before the first dot. */
    public Part.Sensed sensedOf(TensorShape tensor) {
        String name = tensor.name().substring(0, tensor.name().indexOf('.'));
        return sensed().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Tensors that a model may have besides, found out after training. */
    public List<TensorShape> findings() {
        return Stream.of(likenesses(), grains(), contrasts())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * How far the values of sounds are from what is decoded, where no latent tells it: a standard deviation for each step
     * of loudness, from silence up, and each band. Pictures have none: what is not told of them is where strokes are, not
     * how rough they are.
     */
    public List<TensorShape> grains() {
        return sensed().stream()
                .filter(part -> part.kind() == Part.Kind.AUDIO)
                .map(part -> new TensorShape(part.name() + ".grain", GRAIN_LEVELS, part.width()))
                .toList();
    }

    /** What the log-odds of sampled pictures are multiplied by, so that they are as black and white as real ones. */
    public List<TensorShape> contrasts() {
        return sensed().stream()
                .filter(part -> part.kind() == Part.Kind.IMAGE)
                .map(part -> new TensorShape(part.name() + ".contrast", 1))
                .toList();
    }

    /**
     * Where the latents of a part lie within each
     * component of the prior, as a mean, and as the lower triangular root of a covariance, shared part first.
     */
    public List<TensorShape> likenesses() {
        return sensed().stream().flatMap(part -> likeness(part).stream()).toList();
    }

    private List<TensorShape> likeness(Part.Sensed part) {
        int size = shared + part.privateSize();
        int components = prior.count();
        return List.of(
                new TensorShape(part.name() + ".likeness.mean", components, size),
                new TensorShape(part.name() + ".likeness.root", components * size, size));
    }

    private <P extends Part> List<P> only(Class<P> type) {
        return modalities.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
