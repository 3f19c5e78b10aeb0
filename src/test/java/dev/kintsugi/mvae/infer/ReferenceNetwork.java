package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.Weights;

/** The network as its description reads: one row at a time, in double precision, with no regard for speed. */
record ReferenceNetwork(Weights weights) {

    /** Mean, then log-variance, of the named head. */
    double[] encoded(Part.Sensed part, double[] values, String head) {
        double[] first = convolution(part.name() + ".enc.conv1", values, part.height(), part.width(), 1);
        double[] second = convolution(part.name() + ".enc.conv2", first, part.height() / 2, part.width() / 2, 16);
        double[] hidden = rectified(dense(part.name() + ".enc.dense", second));
        double[] result = dense(part.name() + ".enc." + head, hidden);
        for (int i = result.length / 2; i < result.length; i++) {
            result[i] = Math.max(-8, Math.min(4, result[i]));
        }
        return result;
    }

    double[] logits(Part part, double[] latent) {
        double[] hidden = rectified(dense(part.name() + ".dec.dense1", latent));
        if (part instanceof Part.Sensed) {
            hidden = rectified(dense(part.name() + ".dec.dense2", hidden));
        }
        return dense(part.name() + ".dec.out", hidden);
    }

    private double[] dense(String layer, double[] in) {
        Tensor w = weights.require(layer + ".w");
        double[] out = doubles(weights.require(layer + ".b").values());
        for (int j = 0; j < out.length; j++) {
            for (int k = 0; k < in.length; k++) {
                out[j] += in[k] * w.values()[k * out.length + j];
            }
        }
        return out;
    }

    private double[] convolution(String layer, double[] in, int height, int width, int channels) {
        float[] w = weights.require(layer + ".w").values();
        float[] bias = weights.require(layer + ".b").values();
        double[] out = new double[height / 2 * (width / 2) * bias.length];
        int at = 0;
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                for (int channel = 0; channel < bias.length; channel++) {
                    double sum = bias[channel];
                    for (int tap = 0; tap < 16 * channels; tap++) {
                        int row = 2 * y - 1 + tap / (4 * channels);
                        int column = 2 * x - 1 + tap / channels % 4;
                        if (row >= 0 && row < height && column >= 0 && column < width) {
                            sum += w[channel * 16 * channels + tap]
                                    * in[(row * width + column) * channels + tap % channels];
                        }
                    }
                    out[at++] = Math.max(0, sum);
                }
            }
        }
        return out;
    }

    private static double[] rectified(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }

    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
