package dev.kintsugi.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * When and how a challenger is trained from the observation log, and what it must show before anyone uses it.
 *
 * @param reservoir the most observations kept to train on
 * @param recent share of the reservoir that holds the latest observations; the rest is balanced over clusters
 * @param schedule time between two trainings, if they go by time
 * @param volume new observations between two trainings, if they go by number
 * @param onDrift whether a verdict of drift starts a training
 * @param holdOut one key in this many is never trained on
 * @param slice the longest stretch of training between two polls of the log
 * @param passes over the reservoir
 * @param learningRate lower than in a first training: a challenger starts from the champion's weights
 * @param keep models that stay on the models topic
 */
public record RetrainSpec(
        int reservoir,
        double recent,
        Optional<Duration> schedule,
        Optional<Integer> volume,
        boolean onDrift,
        int holdOut,
        Duration slice,
        int passes,
        double learningRate,
        int keep,
        Gate gate) {

    /**
     * How much worse than the champion a challenger may be on the hold-out.
     *
     * @param support the fewest observations in the hold-out that are judged on
     * @param coherence margin in the share of restorations that show the right class
     * @param likelihood margin in the log-likelihood, relative to the champion's
     * @param calibration margin in the expected calibration error
     */
    public record Gate(int support, double coherence, double likelihood, double calibration) {
        private static final Form<Double> MARGIN = Form.decimal(0, 1);

        static Gate from(Section section) {
            return new Gate(
                    section.get("support", Form.whole(1, 1_000_000), 500),
                    section.get("coherence", MARGIN, 0.01),
                    section.get("likelihood", MARGIN, 0.01),
                    section.get("calibration", MARGIN, 0.01));
        }
    }

    static RetrainSpec from(Section section) {
        return new RetrainSpec(
                section.get("reservoir", Form.whole(100, 10_000_000), 20_000),
                section.get("recent", Form.decimal(0, 1), 0.3),
                section.get("schedule", Form.positiveDuration("1d").or("off"), Optional.of(Duration.ofDays(1))),
                section.get("volume", Form.whole(1, Integer.MAX_VALUE).or("off"), Optional.of(10_000)),
                section.get("on-drift", Form.flag(), true),
                section.get("hold-out", Form.whole(2, 1000), 10),
                section.get("slice", Form.positiveDuration("200ms"), Duration.ofMillis(200)),
                section.get("passes", Form.whole(1, 1000), 3),
                section.get("learning-rate", Form.decimal(0.000_000_1, 1), 0.0005),
                section.get("keep", Form.whole(1, 1000), 10),
                section.section("gate", Gate::from));
    }
}
