package dev.kintsugi.mvae;

import java.util.List;
import java.util.Set;

/** One modality as the model sees it. */
public sealed interface Part {
    /** What a sensed part is, which decides what its rows are; the network is the same. */
    enum Kind {
        IMAGE,
        AUDIO
    }

    String name();

    /** Every tensor of its encoder, then of its decoder, for a shared part of this size. */
    List<TensorShape> tensors(int shared);

    /**
     * A part with values of 0 to 1, row by row, and a latent of its own beside the shared one.
     *
     * @param height rows of a picture, or frames of a sound
     * @param width columns of a picture, or mel bands of a sound
     * @param privateSize numbers in its private part; 0 for none
     */
    record Sensed(String name, Kind kind, int height, int width, int privateSize) implements Part {
        /** Side of a convolution's kernel; its stride is half of that, its padding a quarter. */
        public static final int KERNEL = 4;

        public static final int CHANNELS_1 = 16;
        public static final int CHANNELS_2 = 32;
        public static final int ENCODER_UNITS = 256;
        public static final int DECODER_UNITS_1 = 256;
        public static final int DECODER_UNITS_2 = 512;

        /** Two convolutions, each of which halves a side, leave one value of a side of four. */
        private static final int SHORTEST_SIDE = 4;

        private static final int LONGEST_SIDE = 1024;

        public Sensed {
            refuseName(name);
            if (Math.min(height, width) < SHORTEST_SIDE || Math.max(height, width) > LONGEST_SIDE) {
                throw new IllegalArgumentException(name + " is " + height + "x" + width + "; each side must be "
                        + SHORTEST_SIDE + " to " + LONGEST_SIDE);
            }
            if (privateSize < 0) {
                throw new IllegalArgumentException(name + " has a private part of " + privateSize + "; use 0 or more");
            }
        }

        /** Values in a row of input, and of what is decoded. */
        public int size() {
            return height * width;
        }

        /** Values that the second convolution leaves. */
        public int flat() {
            return height / 4 * (width / 4) * CHANNELS_2;
        }

        /** With no private part, {@code enc.private} is left out. */
        @Override
        public List<TensorShape> tensors(int shared) {
            List<TensorShape> encoder = new Names(name + ".enc.")
                    .rows("conv1", CHANNELS_1, KERNEL * KERNEL)
                    .rows("conv2", CHANNELS_2, KERNEL * KERNEL * CHANNELS_1)
                    .columns("dense", flat(), ENCODER_UNITS)
                    .columns("shared", ENCODER_UNITS, 2 * shared)
                    .columns("private", ENCODER_UNITS, 2 * privateSize)
                    .list();
            List<TensorShape> decoder = new Names(name + ".dec.")
                    .columns("dense1", shared + privateSize, DECODER_UNITS_1)
                    .columns("dense2", DECODER_UNITS_1, DECODER_UNITS_2)
                    .columns("out", DECODER_UNITS_2, size())
                    .list();
            return Names.joined(encoder, decoder);
        }
    }

    /** A part that is one of several classes: it informs the shared part and is guessed from it. */
    record Labelled(String name, List<String> classes) implements Part {
        public static final int DECODER_UNITS = 64;

        public Labelled {
            refuseName(name);
            classes = List.copyOf(classes);
            if (classes.size() < 2 || Set.copyOf(classes).size() < classes.size()) {
                throw new IllegalArgumentException(
                        name + " has the classes " + classes + "; use two or more, each once");
            }
        }

        @Override
        public List<TensorShape> tensors(int shared) {
            List<TensorShape> table = List.of(new TensorShape(name + ".enc.table", classes.size(), 2 * shared));
            List<TensorShape> decoder = new Names(name + ".dec.")
                    .columns("dense1", shared, DECODER_UNITS)
                    .columns("out", DECODER_UNITS, classes.size())
                    .list();
            return Names.joined(table, decoder);
        }
    }

    private static void refuseName(String name) {
        if (!name.matches("[a-z][a-z0-9_-]*") || name.equals("prior")) {
            throw new IllegalArgumentException(
                    "a part named \"" + name + "\"; use lower-case letters, digits, - and _, and not \"prior\"");
        }
    }
}
