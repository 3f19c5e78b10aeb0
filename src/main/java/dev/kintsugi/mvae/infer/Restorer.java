package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Restores the sides that are missing, checks its own work, and says how sure it is; for one thread.
 *
 * <p>A missing side is decoded from samples of the posterior. Every sample is read again, as if it had come: what the model
 * meant it to be and what it reads there should be the same. The sample that it reads most surely so is the restoration (of
 * the same weights, sounds restored from pictures were then right at .989, where single samples were at .938; validation data).
 *
 * <p>Two samples are drawn at a time, for all sides that need them, until one is read so {@link #SURELY}. Of eight, 2.2 were
 * drawn for a picture and 3.6 for a sound in the mean, and .989 were right all the same; two for each gave .975, and four .984.
 *
 * <p>What it is, is told by the label where the model has one, else by the components of the prior.
 */
public final class Restorer {
    /**
     * Once a sample is read as surely, others add nothing. At .999, fewer are drawn (2.4 for a sound), and .983 of them are
     * right; at .99999 more (5.7), and no more are right.
     */
    private static final double SURELY = .9999;

    private static final int AT_A_TIME = 2;

    private final Workspace workspace;
    private final Architecture architecture;
    private final Trust trust;
    private final int samples;
    private final Drawing drawing;

    /** @param samples of each missing side, at most */
    public Restorer(Inference model, Trust trust, int samples) {
        if (samples < 1) {
            throw new IllegalArgumentException(samples + " samples; use 1 or more");
        }
        this.workspace = model.workspace();
        this.architecture = model.architecture();
        this.trust = trust;
        this.samples = samples;
        this.drawing = new Drawing(model, workspace, Request.Draw.ALL);
    }

    /** In the order of the observations; a row's result depends on that row alone. */
    public List<Restored> restore(List<Observed> observations) {
        List<Inferred> inferred = workspace.infer(observations, Request.nothing());
        List<List<Attempt>> attempts = new ArrayList<>();
        for (int row = 0; row < inferred.size(); row++) {
            attempts.add(attempts(observations.get(row), inferred.get(row)));
        }
        architecture
                .sensed()
                .forEach(part -> make(attempts.stream()
                        .flatMap(List::stream)
                        .filter(attempt -> attempt.part() == part)
                        .toList()));
        List<Restored> restored = new ArrayList<>();
        for (int row = 0; row < inferred.size(); row++) {
            restored.add(restored(inferred.get(row), attempts.get(row)));
        }
        return restored;
    }

    /**
     * Values of a part of things that never were, one for each seed, of a component drawn by its share; as restorations are,
     * each is the sample that the model itself reads most surely as what it meant.
     */
    public List<float[]> imagine(String part, long[] seeds) {
        Part.Sensed sensed = (Part.Sensed) architecture.part(part).orElseThrow();
        List<float[]> imagined = new ArrayList<>();
        for (long seed : seeds) {
            imagined.add(imagine(sensed, seed));
        }
        return imagined;
    }

    private float[] imagine(Part.Sensed part, long seed) {
        float[] values = workspace.imagined(part.name(), seed, samples);
        float[] responsibilities =
                workspace.responsibilities(workspace.sharedAlone(part.name(), values, samples), samples);
        int components = responsibilities.length / samples;
        int component = workspace.imaginedComponent(seed);
        int kept = 0;
        for (int sample = 1; sample < samples; sample++) {
            kept = responsibilities[sample * components + component] > responsibilities[kept * components + component]
                    ? sample
                    : kept;
        }
        return Arrays.copyOfRange(values, kept * part.size(), (kept + 1) * part.size());
    }

    private List<Attempt> attempts(Observed observed, Inferred inferred) {
        if (!(inferred instanceof Inferred.Posterior posterior)) {
            return List.of();
        }
        return architecture.sensed().stream()
                .filter(part -> !observed.has(part.name()))
                .map(part -> new Attempt(part, posterior, observed.seed()))
                .toList();
    }

    private Restored restored(Inferred inferred, List<Attempt> attempts) {
        if (inferred instanceof Inferred.Unfit unfit) {
            return new Restored.Broken(unfit);
        }
        Map<String, Restored.Side> sides = new LinkedHashMap<>();
        attempts.forEach(attempt -> sides.put(attempt.part().name(), attempt.side(trust)));
        return new Restored.Whole((Inferred.Posterior) inferred, sides);
    }

    /** Attempts at one part, made together. */
    private void make(List<Attempt> attempts) {
        List<Attempt> unsure = attempts;
        for (int drawn = 0; drawn < samples && !unsure.isEmpty(); drawn += AT_A_TIME) {
            proceed(unsure, Math.min(AT_A_TIME, samples - drawn));
            unsure = unsure.stream().filter(attempt -> !attempt.surely(SURELY)).toList();
        }
    }

    private void proceed(List<Attempt> attempts, int more) {
        Part.Sensed part = attempts.get(0).part();
        List<Latent> latents = new ArrayList<>();
        for (Attempt attempt : attempts) {
            for (int i = 0; i < more; i++) {
                latents.add(attempt.latent(attempt.drawn() + i));
            }
        }
        List<float[]> made = drawing.decoded(part, latents);
        List<float[]> readings = readings(part, made);
        for (int i = 0; i < made.size(); i++) {
            attempts.get(i / more).take(made.get(i), readings.get(i));
        }
    }

    private List<float[]> readings(Part.Sensed part, List<float[]> made) {
        float[] rows = new float[made.size() * part.size()];
        for (int i = 0; i < made.size(); i++) {
            System.arraycopy(made.get(i), 0, rows, i * part.size(), part.size());
        }
        float[] all = workspace.readings(workspace.sharedAlone(part.name(), rows, made.size()), made.size());
        int width = all.length / made.size();
        List<float[]> readings = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            readings.add(Arrays.copyOfRange(all, i * width, (i + 1) * width));
        }
        return readings;
    }
}
