package dev.kintsugi.codec.audio;

import java.util.Arrays;

/**
 * Triangular bands, evenly spaced on the mel scale, and the way back from bands to single frequencies.
 *
 * <p>Each triangle reaches from its lower neighbour's centre to its upper one's, or a bin's width from its own where
 * neighbours are nearer than that, so that none is empty. Its weights add up to one over the width of a bin: a band's
 * value is its mean power per hertz. Only the bins under a triangle are stored.
 */
final class MelFilters {
    private final int bins;
    private final int bands;

    /** Band b has the weights from {@code offset[b]} to {@code offset[b + 1]}, for the bins from {@code first[b]}. */
    private final int[] first;

    private final int[] offset;
    private final float[] weights;

    /** The share of each bin's power that is heard at all: the sum of its weights in all bands. */
    private final float[] heard;

    /** The band whose centre is the last at or below a bin, and how far the bin is on the way to the next. */
    private final int[] below;

    private final float[] above;

    MelFilters(MelSettings settings) {
        bins = settings.bins();
        bands = settings.bands();
        first = new int[bands];
        offset = new int[bands + 1];
        below = new int[bins];
        above = new float[bins];
        double[] edges = edges(settings);
        double width = (double) settings.rate() / settings.window();
        weights = weights(edges, width);
        heard = new float[bins];
        spreadBack(ones(), heard);
        place(edges, width);
    }

    /** Takes the power of each bin to the power of each band. */
    void apply(float[] power, float[] mel) {
        for (int band = 0; band < bands; band++) {
            int end = offset[band + 1];
            int shift = first[band] - offset[band];
            float sum = 0;
            for (int i = offset[band]; i < end; i++) {
                sum += weights[i] * power[i + shift];
            }
            mel[band] = sum;
        }
    }

    /**
     * Finds powers of bins that make up the powers of the bands: a line from centre to centre, then corrected by
     * multiplicative updates (Richardson 1972, Lucy 1974), which keep powers non-negative and smooth.
     *
     * @param scratch as many values as there are bands
     */
    void invert(float[] mel, int updates, float[] power, float[] correction, float[] scratch) {
        for (int bin = 0; bin < bins; bin++) {
            float low = mel[below[bin]];
            float high = mel[Math.min(bands - 1, below[bin] + 1)];
            power[bin] = heard[bin] == 0 ? 0 : low + above[bin] * (high - low);
        }
        for (int update = 0; update < updates; update++) {
            apply(power, scratch);
            for (int band = 0; band < bands; band++) {
                scratch[band] = scratch[band] > 0 ? mel[band] / scratch[band] : 0;
            }
            spreadBack(scratch, correction);
            for (int bin = 0; bin < bins; bin++) {
                power[bin] = heard[bin] == 0 ? 0 : power[bin] * correction[bin] / heard[bin];
            }
        }
    }

    private void spreadBack(float[] mel, float[] power) {
        Arrays.fill(power, 0);
        for (int band = 0; band < bands; band++) {
            int end = offset[band + 1];
            int shift = first[band] - offset[band];
            for (int i = offset[band]; i < end; i++) {
                power[i + shift] += weights[i] * mel[band];
            }
        }
    }

    private float[] ones() {
        float[] ones = new float[bands];
        Arrays.fill(ones, 1);
        return ones;
    }

    private float[] weights(double[] edges, double width) {
        float[] all = new float[bands * bins];
        for (int band = 0; band < bands; band++) {
            double centre = edges[band + 1];
            double left = Math.min(edges[band], centre - width);
            double right = Math.max(edges[band + 2], centre + width);
            first[band] = Math.max(0, (int) Math.floor(left / width) + 1);
            int last = Math.min(bins - 1, (int) Math.ceil(right / width) - 1);
            int at = offset[band];
            double sum = 0;
            for (int bin = first[band]; bin <= last; bin++) {
                double hertz = bin * width;
                double side = hertz < centre ? (hertz - left) / (centre - left) : (right - hertz) / (right - centre);
                all[at++] = (float) side;
                sum += side;
            }
            offset[band + 1] = at;
            for (int i = offset[band]; i < at; i++) {
                all[i] /= (float) (sum * width);
            }
        }
        return Arrays.copyOf(all, offset[bands]);
    }

    private void place(double[] edges, double width) {
        for (int bin = 0; bin < bins; bin++) {
            double hertz = Math.max(edges[1], Math.min(edges[bands], bin * width));
            int band = 0;
            while (band < bands - 1 && edges[band + 2] <= hertz) {
                band++;
            }
            below[bin] = band;
            above[bin] = (float) ((hertz - edges[band + 1]) / (edges[band + 2] - edges[band + 1]));
        }
    }

    /** Band i begins at edge i, has its centre at edge i + 1, and ends at edge i + 2. */
    static double[] edges(MelSettings settings) {
        double low = mel(settings.lowest());
        double step = (mel(settings.highest()) - low) / (settings.bands() + 1);
        double[] edges = new double[settings.bands() + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = hertz(low + i * step);
        }
        return edges;
    }

    private static double mel(double hertz) {
        return 2595 * Math.log10(1 + hertz / 700);
    }

    private static double hertz(double mel) {
        return 700 * (Math.pow(10, mel / 2595) - 1);
    }
}
