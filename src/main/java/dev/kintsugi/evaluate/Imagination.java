package dev.kintsugi.evaluate;

import dev.kintsugi.evaluate.metrics.Interval;
import dev.kintsugi.mvae.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the parts of what a model makes up from nothing show one class. */
final class Imagination {
    private static final int BATCH = 64;

    private final Examinee examinee;
    private final Readers readers;

    Imagination(Examinee examinee, Readers readers) {
        this.examinee = examinee;
        this.readers = readers;
    }

    /** Over draws from the prior: with private parts drawn, and with private parts at zero. */
    List<Figure> figures(int draws) {
        return List.of(
                Figure.of("coherence.joint", Interval.wilson(agreeing(draws, true), draws)),
                Figure.of("coherence.joint_mean", Interval.wilson(agreeing(draws, false), draws)));
    }

    private long agreeing(int draws, boolean drawn) {
        long agreeing = 0;
        for (int from = 0; from < draws; from += BATCH) {
            agreeing += agreeing(from, Math.min(draws, from + BATCH), drawn);
        }
        return agreeing;
    }

    private long agreeing(int from, int to, boolean drawn) {
        Map<String, int[]> read = new HashMap<>();
        for (Part.Sensed part : examinee.sensed()) {
            read.put(part.name(), readers.read(part.name(), decoded(part, from, to, drawn)));
        }
        long agreeing = 0;
        for (int i = 0; i < to - from; i++) {
            int at = i;
            agreeing +=
                    read.values().stream().mapToInt(each -> each[at]).distinct().count() == 1 ? 1 : 0;
        }
        return agreeing;
    }

    private List<float[]> decoded(Part.Sensed part, int from, int to, boolean drawn) {
        List<float[]> decoded = new ArrayList<>();
        int shared = examinee.inference().architecture().shared();
        for (int i = from; i < to; i++) {
            float[] latent = examinee.workspace().imagine(examinee.seed() + i).get(part.name());
            if (!drawn) {
                Arrays.fill(latent, shared, latent.length, 0);
            }
            float[] values = new float[part.size()];
            examinee.workspace().decode(part.name(), latent, 1, values);
            decoded.add(values);
        }
        return decoded;
    }
}
