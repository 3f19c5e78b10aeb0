package dev.kintsugi.learn;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.TensorShape;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Encoded;
import dev.kintsugi.mvae.infer.Gaussians;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Workspace;
import java.util.List;

/**
 * Finds out, after training, how rough sounds are where the model takes them for smooth.
 *
 * <p>What is decoded from a sound's own latent strays from the sound for two reasons: it is not quite that sound, and sounds
 * are rough. The first lasts for several frames; so half of the mean square by which straying changes from one frame to the
 * next is the variance of the second.
 */
final class Grains {
    private static final int BATCH = 128;

    /** Values below which a deviation would be chance. */
    private static final int SUPPORT = 200;

    /**
     * Where a sound begins or ends a little earlier than is decoded, straying changes from frame to frame as well: with all
     * of it, sounds came out 1.13 times as sharp as real ones, without grain .59 times (validation data).
     */
    static final double SHARE = .7;

    private final Workspace workspace;
    private final int shared;
    private final Part.Sensed part;
    private final double[] squares;
    private final long[] counts;

    private Grains(Bundle bundle, Part.Sensed part) {
        Architecture architecture = bundle.manifest().architecture();
        this.workspace = Inference.of(architecture, bundle.weights()).workspace();
        this.shared = architecture.shared();
        this.part = part;
        this.squares = new double[Architecture.GRAIN_LEVELS * part.width()];
        this.counts = new long[squares.length];
    }

    /** The tensors that a bundle keeps, found over the first lessons. */
    static List<Tensor> of(Bundle bundle, Lessons lessons, int count) {
        Architecture architecture = bundle.manifest().architecture();
        return architecture.grains().stream()
                .map(shape -> new Grains(bundle, architecture.sensedOf(shape)).tensor(shape, lessons, count))
                .toList();
    }

    private Tensor tensor(TensorShape shape, Lessons lessons, int count) {
        for (int from = 0; from < count; from += BATCH) {
            add(lessons, from, Math.min(BATCH, count - from));
        }
        float[] deviations = new float[squares.length];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = counts[i] < SUPPORT ? 0 : (float) (SHARE * Math.sqrt(squares[i] / counts[i] / 2));
        }
        return Tensor.of(shape, deviations);
    }

    private void add(Lessons lessons, int from, int count) {
        float[] rows = lessons.rows(part, from, count);
        Encoded encoded = workspace.encode(part.name(), rows, count);
        Gaussians said = workspace.fuse(List.of(encoded.shared()), count);
        int size = shared + part.privateSize();
        float[] latents = new float[count * size];
        for (int row = 0; row < count; row++) {
            System.arraycopy(said.mean(), row * shared, latents, row * size, shared);
            System.arraycopy(
                    encoded.privates().mean(),
                    row * part.privateSize(),
                    latents,
                    row * size + shared,
                    part.privateSize());
        }
        float[] decoded = new float[rows.length];
        workspace.decode(part.name(), latents, count, decoded);
        compare(rows, decoded);
    }

    private void compare(float[] rows, float[] decoded) {
        for (int i = part.width(); i < rows.length; i++) {
            int before = i - part.width();
            if (i % part.size() >= part.width()) {
                double change = rows[i] - decoded[i] - rows[before] + decoded[before];
                double level = (decoded[i] + decoded[before]) / 2 * Architecture.GRAIN_LEVELS;
                int at = Math.min(Architecture.GRAIN_LEVELS - 1, (int) level) * part.width() + i % part.width();
                squares[at] += change * change;
                counts[at]++;
            }
        }
    }
}
