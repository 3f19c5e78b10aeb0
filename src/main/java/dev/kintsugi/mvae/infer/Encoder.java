package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Weights;

/** The encoder of a sensed part: immutable, and used by many threads, each with scratch of its own. */
final class Encoder {
    private final Part.Sensed part;
    private final int shared;
    private final Strips picture;
    private final Padded features;
    private final Convolution first;
    private final Convolution second;
    private final Dense dense;
    private final Dense heads;

    Encoder(Kernel kernel, Part.Sensed part, int shared, Weights weights) {
        Layers layers = new Layers(kernel, weights, part.name() + ".enc.");
        this.part = part;
        this.shared = shared;
        this.picture = new Strips(part.height(), part.width());
        this.features = new Padded(part.height() / 2, part.width() / 2, Part.Sensed.CHANNELS_1);
        this.first = layers.convolution("conv1", picture, features::at);
        int width = features.width() / 2;
        this.second = layers.convolution("conv2", features, (y, x) -> (y * width + x) * Part.Sensed.CHANNELS_2);
        this.dense = layers.dense("dense", part.flat(), true);
        this.heads = part.privateSize() == 0
                ? layers.dense("shared", dense.width(), false)
                : layers.sideBySide("shared", "private", dense.width());
    }

    /** Buffers for one thread and so many rows; the padding stays zero since nothing else is ever written there. */
    final class Scratch {
        // A kernel that writes whole vectors may write beyond the last pixel, but only zeros.
        private final float[] strips = new float[picture.size()];
        private final float[] channels = new float[features.size() + first.width()];
        private final float[] flat;
        private final float[] hidden;
        private final float[] results;

        Scratch(int rows) {
            flat = new float[rows * part.flat() + second.width()];
            hidden = new float[rows * dense.width()];
            results = new float[rows * heads.width()];
        }

        /** Encodes up to {@link Dense#BATCH} rows of input into rows of the result. */
        void encode(float[] in, int firstRow, int rows, Encoded result) {
            for (int row = 0; row < rows; row++) {
                int from = (firstRow + row) * part.size();
                requireFinite(in, from);
                picture.fill(in, from, strips);
                first.apply(strips, channels, 0);
                second.apply(channels, flat, row * part.flat());
            }
            dense.apply(flat, hidden, rows);
            heads.apply(hidden, results, rows);
            for (int row = 0; row < rows; row++) {
                result.shared().read(firstRow + row, results, row * heads.width());
                result.privates().read(firstRow + row, results, row * heads.width() + 2 * shared);
            }
        }

        private void requireFinite(float[] in, int from) {
            if (!Finite.all(in, from, from + part.size())) {
                throw new IllegalArgumentException("rows of " + part.name() + " hold a value that is not finite");
            }
        }
    }
}
