package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * One thread's way to ask a model: its scratch, which grows to the largest batch seen, and no state besides.
 *
 * <p>A row's result depends on that row alone, to the last bit, whatever the batch.
 */
public final class Workspace {
    /** Names the noise of the shared part; no part can be called so. */
    private static final String IMAGINED = "(imagined)";

    private static final String COMPONENT = "(imagined component)";

    private final Inference model;
    private final Map<String, Encoder.Scratch> encoders = new HashMap<>();
    private final Map<String, Decoder.Scratch> decoders = new HashMap<>();
    private int capacity;

    Workspace(Inference model) {
        this.model = model;
    }

    /** Encodes rows of a sensed part, each of its size, which must hold finite numbers. */
    public Encoded encode(String part, float[] rows, int count) {
        Part.Sensed sensed = sensed(part);
        int shared = model.architecture().shared();
        Encoded result = new Encoded(Gaussians.of(shared, count), Gaussians.of(sensed.privateSize(), count));
        for (int first = 0; first < count; first += Dense.BATCH) {
            encoder(part, Math.min(count - first, Dense.BATCH))
                    .encode(rows, first, Math.min(count - first, Dense.BATCH), result);
        }
        return result;
    }

    /** The experts of some classes of a labelled part. */
    public Gaussians experts(String part, int[] classes) {
        Gaussians table = model.table(part);
        Gaussians experts = Gaussians.of(table.size(), classes.length);
        for (int row = 0; row < classes.length; row++) {
            int from = classes[row] * table.size();
            System.arraycopy(table.mean(), from, experts.mean(), row * table.size(), table.size());
            System.arraycopy(table.logVariance(), from, experts.logVariance(), row * table.size(), table.size());
        }
        return experts;
    }

    /** The posterior of the shared part from experts that are all there, row by row, and the prior. */
    public Gaussians fuse(List<Gaussians> experts, int count) {
        int shared = model.architecture().shared();
        Gaussians fused = Gaussians.of(shared, count);
        var product = new ProductOfExperts(shared, experts.size());
        for (int row = 0; row < count; row++) {
            product.clear();
            for (Gaussians expert : experts) {
                product.add(expert, row);
            }
            product.write(fused, row);
        }
        return fused;
    }

    /** The mean of the shared part from rows of a sensed part, each of which is all that is known of its thing. */
    public float[] sharedAlone(String part, float[] rows, int count) {
        return fuse(List.of(encode(part, rows, count).shared()), count).mean();
    }

    /**
     * What rows of the shared part are taken for: probabilities of the classes of the first labelled part, or, where the model
     * has none, of the components of the prior.
     */
    public float[] readings(float[] shared, int count) {
        List<Part.Labelled> labelled = model.architecture().labelled();
        return labelled.isEmpty()
                ? responsibilities(shared, count)
                : probabilities(labelled.get(0).name(), shared, count);
    }

    /** Values of 0 to 1 of a sensed part, from rows of latents: the shared part, then the private one. */
    public void decode(String part, float[] latents, int count, float[] values) {
        sensed(part);
        logits(part, latents, count, values);
        Activations.sigmoid(values, count * model.decoders().get(part).size());
    }

    /** Logits of any part: of each value of a sensed one, of each class of a labelled one, which reads s alone. */
    public void logits(String part, float[] latents, int count, float[] logits) {
        if (!model.decoders().containsKey(part)) {
            throw unknown(part, model.decoders().keySet());
        }
        for (int first = 0; first < count; first += Dense.BATCH) {
            decoder(part, Math.min(count - first, Dense.BATCH))
                    .decode(latents, first, Math.min(count - first, Dense.BATCH), logits);
        }
    }

    /** Probabilities of the classes of a labelled part, from rows of the shared part. */
    public float[] probabilities(String part, float[] shared, int count) {
        int classes = model.table(part).count();
        float[] probabilities = new float[count * classes];
        logits(part, shared, count, probabilities);
        for (int row = 0; row < count; row++) {
            Activations.softmax(probabilities, row * classes, classes);
        }
        return probabilities;
    }

    /** How responsible each component of the prior is for rows of the shared part: the soft clusters. */
    public float[] responsibilities(float[] shared, int count) {
        float[] result = new float[count * model.components().count()];
        for (int row = 0; row < count; row++) {
            model.components().responsibilities(shared, row, result);
        }
        return result;
    }

    /** The logarithm of the prior's density at rows of the shared part. */
    public double[] logPrior(float[] shared, int count) {
        double[] result = new double[count];
        for (int row = 0; row < count; row++) {
            result[row] = model.components().logDensity(shared, row);
        }
        return result;
    }

    /**
     * The latent of a part of a thing that was never there: of {@link #imaginedComponent}, as the part's likeness has it;
     * without likenesses the shared part is drawn from the prior, the same for all parts, and the private one from N(0, I).
     *
     * @param sample the number of the draw: others of the same seed are of the same component
     */
    public float[] imagine(String part, long seed, int sample) {
        Part.Sensed sensed = sensed(part);
        int component = imaginedComponent(seed);
        int shared = model.architecture().shared();
        float[] latent = new float[shared + sensed.privateSize()];
        Noise own = new Noise(seed, sample, part);
        Optional<Likeness> likeness = model.likeness(part);
        if (likeness.isPresent()) {
            likeness.get().draw(component, own, latent, 0);
        } else {
            float[] drawn = model.components().draw(component, new Noise(seed, sample, IMAGINED));
            System.arraycopy(drawn, 0, latent, 0, shared);
            own.fill(latent, shared, sensed.privateSize());
        }
        return latent;
    }

    /** Rows of values that several draws of one seed show. */
    public float[] imagined(String part, long seed, int samples) {
        Part.Sensed sensed = sensed(part);
        int size = model.architecture().shared() + sensed.privateSize();
        float[] latents = new float[samples * size];
        for (int sample = 0; sample < samples; sample++) {
            System.arraycopy(imagine(part, seed, sample), 0, latents, sample * size, size);
        }
        Noise[] grains = new Noise[samples];
        for (int sample = 0; sample < samples; sample++) {
            grains[sample] = new Noise(seed, sample, Grain.streamOf(sensed));
        }
        float[] values = new float[samples * sensed.size()];
        decodeDrawn(part, latents, grains, values);
        return values;
    }

    /**
     * As {@link #decode}; and rows whose latent was drawn are given what decoders, which answer with the mean, leave out:
     * contrast, or grain, where the model has it.
     *
     * @param grains for each row the noise of its grain; null if its latent was not drawn
     */
    void decodeDrawn(String part, float[] latents, Noise[] grains, float[] values) {
        logits(part, latents, grains.length, values);
        model.contrast(part).ifPresent(contrast -> eachDrawn(grains, row -> contrast.over(values, row)));
        Activations.sigmoid(values, grains.length * sensed(part).size());
        model.grain(part).ifPresent(grain -> eachDrawn(grains, row -> grain.over(values, row, grains[row])));
    }

    private static void eachDrawn(Noise[] grains, IntConsumer finish) {
        for (int row = 0; row < grains.length; row++) {
            if (grains[row] != null) {
                finish.accept(row);
            }
        }
    }

    /** The component that a seed stands for, drawn by its share. */
    public int imaginedComponent(long seed) {
        return model.components().drawComponent(new Noise(seed, 0, COMPONENT));
    }

    /** What the model makes of some observations, each with any of its sides; in their order. */
    public List<Inferred> infer(List<Observed> observations, Request request) {
        return new ObservationBatch(model, this, observations).inferred(request);
    }

    private Encoder.Scratch encoder(String part, int rows) {
        grow(rows);
        return encoders.computeIfAbsent(part, name -> model.encoders().get(name).new Scratch(capacity));
    }

    private Decoder.Scratch decoder(String part, int rows) {
        grow(rows);
        return decoders.computeIfAbsent(part, name -> model.decoders().get(name).new Scratch(capacity));
    }

    private void grow(int rows) {
        if (rows > capacity) {
            capacity = Math.min(Dense.BATCH, Math.max(rows, 2 * capacity));
            encoders.clear();
            decoders.clear();
        }
    }

    private Part.Sensed sensed(String name) {
        return model.architecture().sensed().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, model.encoders().keySet()));
    }

    private static IllegalArgumentException unknown(String part, Set<String> known) {
        return new IllegalArgumentException("no such part as " + part + "; the model has " + known);
    }
}
