package dev.kintsugi.mvae.train;

/**
 * How the learning rate and the weight of the KL terms change over a training.
 *
 * <p>One cycle of the learning rate (Smith and Topin, "Super-convergence", 2018): up along a cosine from a twenty-fifth
 * of its highest over the first 30 % of the steps, then down to nearly nothing.
 *
 * @param steps of the whole training
 * @param annealing steps over which the KL terms grow
 */
record Schedule(double highest, long steps, double annealing) {
    private static final double RISING = 0.3;
    private static final double START = 1.0 / 25;
    private static final double END = 1e-5;

    double learningRate(long step) {
        double at = (step + 0.5) / steps;
        return at < RISING
                ? highest * between(START, 1, at / RISING)
                : highest * between(1, END, (at - RISING) / (1 - RISING));
    }

    double annealed(long step) {
        return annealing <= 0 ? 1 : Math.min(1, (step + 1) / annealing);
    }

    private static double between(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
