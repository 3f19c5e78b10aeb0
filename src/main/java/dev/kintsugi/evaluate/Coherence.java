package dev.kintsugi.evaluate;

import dev.kintsugi.evaluate.metrics.Bootstrap;
import dev.kintsugi.evaluate.metrics.Interval;
import dev.kintsugi.mvae.infer.Inferred;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Opinion;
import dev.kintsugi.mvae.infer.Request;
import dev.kintsugi.mvae.infer.Restored;
import dev.kintsugi.mvae.infer.Restorer;
import dev.kintsugi.mvae.infer.Trust;
import dev.kintsugi.mvae.infer.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Whether what a model restores shows the right class, as its judges read it. */
final class Coherence {
    private static final int BATCH = 64;
    private static final int ROUNDS = 2_000;

    private final Examinee examinee;
    private final Readers readers;
    private final int samples;

    /** @param samples of each restoration, at most */
    Coherence(Examinee examinee, Readers readers, int samples) {
        this.examinee = examinee;
        this.readers = readers;
        this.samples = samples;
    }

    /** One restoration as it would be published, with what its model thinks of it and what its judge does. */
    record Published(Opinion opinion, double confidence, boolean right, float[] values, int label) {
        private static Published of(Restored.Side side, int read, Sample truth) {
            boolean right = read == truth.label();
            return new Published(side.opinion(), side.confidence(), right, side.values(), truth.label());
        }
    }

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
        List<Published> published = published(to, inputs, trust);
        List<Double> right =
                published.stream().map(each -> each.right() ? 1. : 0).toList();
        List<Integer> groups = inputs.stream().map(Sample::group).toList();
        return new Direction(
                Figure.of(name, interval(right, groups)),
                Figure.of(name + "_unchecked", unchecked(to, inputs)),
                Figure.of(name + "_mean", mean(to, inputs)),
                published);
    }

    /** What is restored of a part from samples that have others, without any figures. */
    List<Published> published(String to, List<Sample> inputs, Trust trust) {
        List<Published> published = new ArrayList<>();
        Restorer restorer = new Restorer(examinee.inference(), trust, samples);
        inBatches(inputs, (from, batch) -> {
            List<Restored.Side> sides = restorer.restore(observed(from, batch)).stream()
                    .map(restored -> ((Restored.Whole) restored).sides().get(to))
                    .toList();
            int[] read =
                    readers.read(to, sides.stream().map(Restored.Side::values).toList());
            for (int i = 0; i < read.length; i++) {
                published.add(Published.of(sides.get(i), read[i], batch.get(i)));
            }
        });
        return published;
    }

    /** Every single sample, read by its judge, whatever the model thinks of it. */
    private Interval unchecked(String to, List<Sample> inputs) {
        List<Double> right = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        Workspace workspace = examinee.inference().workspace();
        Request all = new Request(Request.Draw.ALL, samples, false);
        inBatches(inputs, (from, batch) -> {
            List<float[]> rows = workspace.infer(observed(from, batch), all).stream()
                    .flatMap(inferred -> ((Inferred.Posterior) inferred).decoded().get(to).stream())
                    .toList();
            int[] read = readers.read(to, rows);
            for (int i = 0; i < read.length; i++) {
                Sample sample = batch.get(i / samples);
                right.add(read[i] == sample.label() ? 1. : 0);
                groups.add(sample.group());
            }
        });
        return interval(right, groups);
    }

    private List<Observed> observed(int from, List<Sample> batch) {
        List<Observed> observed = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            observed.add(batch.get(i).observed(examinee.seed() + from + i));
        }
        return observed;
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

    private Interval interval(List<Double> values, List<Integer> groups) {
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
