package dev.kintsugi.evaluate;

import dev.kintsugi.evaluate.metrics.Bootstrap;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Opinion;
import dev.kintsugi.mvae.infer.Request;
import dev.kintsugi.mvae.infer.Restored;
import dev.kintsugi.mvae.infer.Restorer;
import dev.kintsugi.mvae.infer.Trust;
import java.util.ArrayList;
import java.util.List;

/** Whether what a model restores shows the right class, as its judges read it. */
final class Coherence {
    private static final int BATCH = 64;
    private static final int ROUNDS = 2_000;

    private final Examinee examinee;
    private final Readers readers;
    private final int samples;

    /** @param samples of each restoration */
    Coherence(Examinee examinee, Readers readers, int samples) {
        this.examinee = examinee;
        this.readers = readers;
        this.samples = samples;
    }

    /** One restoration as it would be published, with what its model thinks of it and what its judge does. */
    record Published(Opinion opinion, double confidence, boolean right, float[] values, int label) {}

    /**
     * How one direction came out.
     *
     * @param published the share of restorations that are right, each the best of its samples as the model reads them
     * @param unchecked the share of all samples that are right
     * @param mean the share that is right when decoded from the means
     */
    record Direction(Figure published, Figure unchecked, Figure mean, List<Published> restorations) {
        List<Figure> figures() {
            return List.of(published, unchecked, mean);
        }
    }

    /** Restores a part from samples that have others. */
    Direction of(String name, String to, List<Sample> inputs, Trust trust) {
        Tally tally = tally(to, inputs, trust);
        return new Direction(
                Figure.of(name, interval(tally.published(), tally.groups)),
                Figure.of(name + "_unchecked", interval(tally.sampled, tally.sampledGroups)),
                Figure.of(name + "_mean", mean(to, inputs)),
                tally.restorations);
    }

    /** What is restored of a part from samples that have others, without any figures. */
    List<Published> published(String to, List<Sample> inputs, Trust trust) {
        return tally(to, inputs, trust).restorations;
    }

    private Tally tally(String to, List<Sample> inputs, Trust trust) {
        Tally tally = new Tally();
        Restorer restorer = new Restorer(examinee.inference(), trust, samples);
        inBatches(inputs, (from, batch) -> {
            List<Observed> observed = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                observed.add(batch.get(i).observed(examinee.seed() + from + i));
            }
            judge(to, batch, restorer.restore(observed), tally);
        });
        return tally;
    }

    private static final class Tally {
        final List<Double> sampled = new ArrayList<>();
        final List<Integer> sampledGroups = new ArrayList<>();
        final List<Published> restorations = new ArrayList<>();
        final List<Integer> groups = new ArrayList<>();

        List<Double> published() {
            return restorations.stream().map(each -> each.right() ? 1. : 0).toList();
        }
    }

    private void judge(String to, List<Sample> batch, List<Restored> restored, Tally tally) {
        List<float[]> rows = new ArrayList<>();
        for (Restored each : restored) {
            Restored.Whole whole = (Restored.Whole) each;
            rows.addAll(whole.posterior().decoded().get(to));
        }
        int[] read = readers.read(to, rows);
        for (int i = 0; i < batch.size(); i++) {
            Sample sample = batch.get(i);
            Restored.Side side = ((Restored.Whole) restored.get(i)).sides().get(to);
            for (int s = 0; s < samples; s++) {
                boolean right = read[i * samples + s] == sample.label();
                tally.sampled.add(right ? 1. : 0);
                tally.sampledGroups.add(sample.group());
                if (rows.get(i * samples + s) == side.values()) {
                    tally.restorations.add(
                            new Published(side.opinion(), side.confidence(), right, side.values(), sample.label()));
                    tally.groups.add(sample.group());
                }
            }
        }
    }

    private double mean(String to, List<Sample> inputs) {
        int[] right = {0};
        inBatches(inputs, (from, batch) -> {
            List<float[]> rows = examinee.infer(batch, Request.mean()).stream()
                    .map(posterior -> posterior.decoded().get(to).get(0))
                    .toList();
            int[] read = readers.read(to, rows);
            for (int i = 0; i < read.length; i++) {
                right[0] += read[i] == batch.get(i).label() ? 1 : 0;
            }
        });
        return (double) right[0] / inputs.size();
    }

    private dev.kintsugi.evaluate.metrics.Interval interval(List<Double> values, List<Integer> groups) {
        return new Bootstrap(ROUNDS, examinee.seed())
                .mean(
                        values.stream().mapToDouble(Double::doubleValue).toArray(),
                        groups.stream().mapToInt(Integer::intValue).toArray());
    }

    private interface Batch {
        void take(int from, List<Sample> batch);
    }

    private static void inBatches(List<Sample> all, Batch each) {
        for (int from = 0; from < all.size(); from += BATCH) {
            each.take(from, all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }
}
