package dev.kintsugi.mvae.train;

import static dev.kintsugi.mvae.train.Operation.activated;
import static dev.kintsugi.mvae.train.Operation.joined;
import static dev.kintsugi.mvae.train.Operation.moved;
import static dev.kintsugi.mvae.train.Operation.product;
import static dev.kintsugi.mvae.train.Operation.reshaped;

import dev.kintsugi.mvae.Part;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The layers that turn rows of a sensed part, in the order of {@link Blocks}, into its experts. */
final class Encoder {
    private static final int PLACES = Blocks.PLACES;

    private final Part.Sensed part;
    private final Blocks blocks;
    private final int rows;
    private final SDVariable conv1;
    private final SDVariable conv1Bias;
    private final SDVariable conv2;
    private final SDVariable conv2Bias;
    private final Layer dense;
    private final Layer sharedHead;
    private final Layer privateHead;

    /** @param rows of every matrix that it will be given */
    Encoder(SameDiff graph, Parameters parameters, Part.Sensed part, int shared, int rows) {
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
        return dense.activated(convolved2(convolved1(pixels)));
    }

    Gaussian shared(SDVariable hidden) {
        return Gaussian.ofHead(sharedHead.on(hidden));
    }

    Gaussian privately(SDVariable hidden) {
        return Gaussian.ofHead(privateHead.on(hidden));
    }

    /** The first convolution, a row for each cell. */
    private SDVariable convolved1(SDVariable pixels) {
        int all = rows * blocks.cells();
        int read = PLACES * Blocks.PIXELS;
        SDVariable cells = reshaped(
                moved(pixels, rows, blocks.toCells()), new long[] {rows, (long) blocks.cells() * read}, all, read);
        int columns = PLACES * Part.Sensed.CHANNELS_1;
        return new Activated(product(cells, conv1), all, conv1Bias, columns, inside()).outputVariable();
    }

    /** The second: multiplied first and moved after, since what comes out is half as wide as what goes in. */
    private SDVariable convolved2(SDVariable cells) {
        int channels = Part.Sensed.CHANNELS_2;
        int taps = PLACES * channels;
        long[] multiplied = {(long) rows * blocks.cells(), taps};
        SDVariable each = reshaped(product(cells, conv2), multiplied, rows, (long) blocks.cells() * taps);
        int all = rows * part.flat() / channels;
        SDVariable summed =
                reshaped(moved(each, rows, blocks.ofCells(channels)), new long[] {rows, part.flat()}, all, channels);
        SDVariable activated = activated(summed, all, conv2Bias, channels);
        return reshaped(activated, new long[] {all, channels}, rows, part.flat());
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

    /** For a picture: 1 where a place of a cell lies within the first convolution's output, 0 in the padding. */
    private float[] inside() {
        int channels = Part.Sensed.CHANNELS_1;
        float[] inside = new float[blocks.cells() * PLACES * channels];
        for (int i = 0; i < inside.length; i++) {
            int place = i / channels % PLACES;
            inside[i] = blocks.inside(i / channels / PLACES, place / 2, place % 2) ? 1 : 0;
        }
        return inside;
    }
}
