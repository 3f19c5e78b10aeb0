package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.TensorShape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * How training orders the values of a tensor, against how the model does: see {@link Blocks}.
 *
 * @param order for each value of training, its place in the model's tensor, or -1 for filling
 */
record Layout(long[] shape, int[] order, int modelSize) {

    static Map<String, Layout> of(Architecture architecture) {
        Map<String, Layout> layouts = new LinkedHashMap<>();
        architecture.tensors().forEach(tensor -> layouts.put(tensor.name(), same(tensor)));
        architecture.sensed().forEach(part -> reorder(part, layouts));
        return layouts;
    }

    float[] toModel(float[] values) {
        float[] model = new float[modelSize];
        for (int i = 0; i < order.length; i++) {
            if (order[i] >= 0) {
                model[order[i]] = values[i];
            }
        }
        return model;
    }

    float[] fromModel(float[] model) {
        float[] values = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            values[i] = order[i] < 0 ? 0 : model[order[i]];
        }
        return values;
    }

    private static Layout same(TensorShape tensor) {
        return reordered(
                tensor.size(),
                tensor.size(),
                place -> place,
                Arrays.stream(tensor.shape()).asLongStream().toArray());
    }

    private static Layout reordered(int size, int modelSize, IntUnaryOperator order, long... shape) {
        int[] places = new int[size];
        Arrays.setAll(places, order);
        return new Layout(shape, places, modelSize);
    }

    private static void reorder(Part.Sensed part, Map<String, Layout> layouts) {
        int[] pixels = new Blocks(part.height(), part.width()).order();
        int units = Part.Sensed.DECODER_UNITS_2;
        layouts.put(part.name() + ".enc.conv1.w", conv1());
        layouts.put(part.name() + ".enc.conv2.w", conv2());
        layouts.put(
                part.name() + ".dec.out.w",
                reordered(
                        units * pixels.length,
                        units * part.size(),
                        i -> {
                            int pixel = pixels[i % pixels.length];
                            return pixel < 0 ? -1 : i / pixels.length * part.size() + pixel;
                        },
                        units,
                        pixels.length));
        layouts.put(part.name() + ".dec.out.b", reordered(pixels.length, part.size(), i -> pixels[i], pixels.length));
    }

    /** A row for each tap, rather than for each channel. */
    private static Layout conv1() {
        int taps = Blocks.PIXELS;
        int channels = Part.Sensed.CHANNELS_1;
        return reordered(taps * channels, taps * channels, i -> i % channels * taps + i / channels, taps, channels);
    }

    /** Rows: place within a cell, channel in. Columns: cell of 2×2, channel out. */
    private static Layout conv2() {
        int in = Part.Sensed.CHANNELS_1;
        int out = Part.Sensed.CHANNELS_2;
        int columns = 4 * out;
        return reordered(
                4 * in * columns,
                4 * in * columns,
                i -> {
                    int place = i / columns / in;
                    int cell = i % columns / out;
                    int ky = 2 * (cell / 2) + place / 2;
                    int kx = 2 * (cell % 2) + place % 2;
                    int channelIn = i / columns % in;
                    return i % out * (Part.Sensed.KERNEL * Part.Sensed.KERNEL * in)
                            + (ky * Part.Sensed.KERNEL + kx) * in
                            + channelIn;
                },
                4 * in,
                columns);
    }
}
