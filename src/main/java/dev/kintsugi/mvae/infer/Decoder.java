package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Weights;
import java.util.List;

/** The decoder of a part, from rows of its latent to logits: immutable, and used by many threads. */
final class Decoder {
    private final int latent;
    private final int size;
    private final List<Dense> layers;

    private Decoder(int latent, int size, List<Dense> layers) {
        this.latent = latent;
        this.size = size;
        this.layers = layers;
    }

    static Decoder of(Kernel kernel, Part part, int shared, Weights weights) {
        Layers layers = new Layers(kernel, weights, part.name() + ".dec.");
        if (part instanceof Part.Sensed sensed) {
            int latent = shared + sensed.privateSize();
            Dense first = layers.dense("dense1", latent, true);
            Dense second = layers.dense("dense2", first.width(), true);
            return new Decoder(
                    latent, sensed.size(), List.of(first, second, layers.dense("out", second.width(), false)));
        }
        Dense only = layers.dense("dense1", shared, true);
        int classes = ((Part.Labelled) part).classes().size();
        return new Decoder(shared, classes, List.of(only, layers.dense("out", only.width(), false)));
    }

    int latent() {
        return latent;
    }

    int size() {
        return size;
    }

    /** Buffers for one thread and so many rows. */
    final class Scratch {
        private final float[] in;
        private final float[][] hidden;
        private final float[] padded;

        Scratch(int rows) {
            in = new float[rows * latent];
            hidden = layers.stream()
                    .limit(layers.size() - 1)
                    .map(layer -> new float[rows * layer.width()])
                    .toArray(float[][]::new);
            padded = new float[last().width() == size ? 0 : rows * last().width()];
        }

        /** Decodes up to {@link Dense#BATCH} rows of latents into rows of logits. */
        void decode(float[] latents, int firstRow, int rows, float[] logits) {
            System.arraycopy(latents, firstRow * latent, in, 0, rows * latent);
            float[] from = in;
            for (int layer = 0; layer < hidden.length; layer++) {
                layers.get(layer).apply(from, hidden[layer], rows);
                from = hidden[layer];
            }
            if (padded.length == 0) {
                last().apply(from, logits, firstRow * size, rows);
            } else {
                last().apply(from, padded, rows);
                withoutPadding(rows, logits, firstRow);
            }
        }

        private void withoutPadding(int rows, float[] logits, int firstRow) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(padded, row * last().width(), logits, (firstRow + row) * size, size);
            }
        }

        private Dense last() {
            return layers.get(layers.size() - 1);
        }
    }
}
