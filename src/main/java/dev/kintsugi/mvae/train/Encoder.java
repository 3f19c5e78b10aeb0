package dev.kintsugi.mvae.train;

import static dev.kintsugi.mvae.train.Operation.biased;
import static dev.kintsugi.mvae.train.Operation.joined;
import static dev.kintsugi.mvae.train.Operation.masked;
import static dev.kintsugi.mvae.train.Operation.product;
import static dev.kintsugi.mvae.train.Operation.rectified;
import static dev.kintsugi.mvae.train.Operation.reshaped;
import static dev.kintsugi.mvae.train.Operation.sum;

import dev.kintsugi.mvae.Part;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The layers that turn rows of a sensed part, in the order of {@link Blocks}, into its experts. */
final class Encoder {
    private static final int PLACES = 4;

    private final SameDiff graph;
    private final Part.Sensed part;
    private final Blocks blocks;
    private final int rows;
    private final SDVariable conv1;
    private final SDVariable conv1Bias;
    private final SDVariable inside;
    private final SDVariable conv2;
    private final SDVariable conv2Bias;
    private final Layer dense;
    private final Layer sharedHead;
    private final Layer privateHead;

    /** @param rows of every matrix that it will be given */
    Encoder(SameDiff graph, Parameters parameters, Part.Sensed part, int shared, int rows) {
        this.graph = graph;
        this.part = part;
        this.rows = rows;
        this.blocks = new Blocks(part.height(), part.width());
        String prefix = part.name() + ".enc.";
        int units = Part.Sensed.ENCODER_UNITS;
        int taps = Part.Sensed.KERNEL * Part.Sensed.KERNEL;
        SDVariable taps1 = parameters.drawn(prefix + "conv1.w", Layer.rectifiedDeviation(taps));
        SDVariable bias1 = parameters.zero(prefix + "conv1.b");
        int spread = PLACES * Blocks.PIXELS;
        this.conv1 = reshaped(
                product(graph.constant(spread()), taps1),
                new long[] {(long) PLACES * spread, Part.Sensed.CHANNELS_1},
                spread,
                PLACES * Part.Sensed.CHANNELS_1);
        this.conv1Bias = joined(0, bias1, bias1, bias1, bias1);
        this.inside = graph.constant(inside());
        this.conv2 = parameters.drawn(prefix + "conv2.w", Layer.rectifiedDeviation(taps * Part.Sensed.CHANNELS_1));
        this.conv2Bias = parameters.zero(prefix + "conv2.b");
        this.dense = Layer.of(parameters, prefix + "dense", Layer.rectifiedDeviation(part.flat()), rows);
        this.sharedHead = Layer.of(parameters, prefix + "shared", Layer.headDeviation(units), rows);
        this.privateHead = part.privateSize() == 0
                ? null
                : Layer.of(parameters, prefix + "private", Layer.headDeviation(units), rows);
    }

    /** What its heads read. */
    SDVariable hidden(SDVariable pixels) {
        return rectified(dense.on(convolved2(convolved1(pixels))));
    }

    Gaussian shared(SDVariable hidden) {
        return Gaussian.ofHead(sharedHead.on(hidden));
    }

    Gaussian privately(SDVariable hidden) {
        return Gaussian.ofHead(privateHead.on(hidden));
    }

    /** The first convolution, a row for each cell. */
    private SDVariable convolved1(SDVariable pixels) {
        SDVariable grid = reshaped(
                pixels, new long[] {rows, blocks.size()}, rows, blocks.rows(), blocks.columns(), Blocks.PIXELS);
        SDVariable padded = graph.nn().pad(grid, graph.constant(Nd4j.createFromArray(blocks.padding())), 0);
        SDVariable[] shifted = new SDVariable[PLACES];
        for (int i = 0; i < PLACES; i++) {
            shifted[i] = shifted(padded, i, blocks.cellRows(), blocks.cellColumns(), Blocks.PIXELS);
        }
        int all = rows * blocks.cells();
        int read = PLACES * Blocks.PIXELS;
        SDVariable cells = reshaped(
                joined(3, shifted), new long[] {rows, blocks.cellRows(), blocks.cellColumns(), read}, all, read);
        return masked(rectified(biased(product(cells, conv1), all, conv1Bias)), inside);
    }

    /** The second: multiplied first and shifted after, since what comes out is half as wide as what goes in. */
    private SDVariable convolved2(SDVariable cells) {
        int channels = Part.Sensed.CHANNELS_2;
        int height = blocks.cellRows() - 1;
        int width = blocks.cellColumns() - 1;
        int all = rows * height * width;
        int taps = PLACES * channels;
        SDVariable[] parts = graph.split(
                reshaped(
                        product(cells, conv2),
                        new long[] {(long) rows * blocks.cells(), taps},
                        rows,
                        blocks.cellRows(),
                        blocks.cellColumns(),
                        taps),
                PLACES,
                3);
        for (int i = 0; i < PLACES; i++) {
            parts[i] = shifted(parts[i], i, height, width, channels);
        }
        SDVariable summed = reshaped(sum(parts), new long[] {rows, height, width, channels}, all, channels);
        SDVariable rectified = rectified(biased(summed, all, conv2Bias));
        return reshaped(rectified, new long[] {all, channels}, rows, part.flat());
    }

    /** What each of 2×2 taps sees of a grid. */
    private SDVariable shifted(SDVariable grid, int tap, int height, int width, int channels) {
        return graph.slice(grid, new int[] {0, tap / 2, tap % 2, 0}, rows, height, width, channels);
    }

    /** Where each tap of the kernel goes, for every pixel that a cell reads and every place in it. */
    private static INDArray spread() {
        INDArray spread = Nd4j.zeros(DataType.FLOAT, (long) PLACES * Blocks.PIXELS * PLACES, Blocks.PIXELS);
        for (int pixel = 0; pixel < PLACES * Blocks.PIXELS; pixel++) {
            for (int place = 0; place < PLACES; place++) {
                int tap = Blocks.tap(pixel, place / 2, place % 2);
                if (tap >= 0) {
                    spread.putScalar((long) pixel * PLACES + place, tap, 1);
                }
            }
        }
        return spread;
    }

    /** 1 where a place of a cell lies within the first convolution's output, 0 in the padding. */
    private INDArray inside() {
        int channels = Part.Sensed.CHANNELS_1;
        float[] inside = new float[rows * blocks.cells() * PLACES * channels];
        for (int i = 0; i < inside.length; i++) {
            int place = i / channels % PLACES;
            int cell = i / channels / PLACES % blocks.cells();
            inside[i] = blocks.inside(cell, place / 2, place % 2) ? 1 : 0;
        }
        return Nd4j.createFromArray(inside).reshape((long) rows * blocks.cells(), (long) PLACES * channels);
    }
}
