package dev.kintsugi.evaluate;

import dev.kintsugi.evaluate.metrics.Interval;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Restorer;
import dev.kintsugi.mvae.infer.Trust;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Whether the parts of what a model makes up from nothing show one class. */
final class Imagination {
    private static final int BATCH = 64;

    private final Examinee examinee;
    private final Readers readers;

    Imagination(Examinee examinee, Readers readers) {
        this.examinee = examinee;
        this.readers = readers;
    }

    /** Makes values of a part, one for each seed. */
    private interface Making {
        List<float[]> values(Part.Sensed part, long[] seeds);
    }

    /**
     * Over draws from the prior: as they would be generated, from single samples, and with private parts at zero.
     *
     * @param samples of each part, of which the model keeps the one that it reads most surely
     */
    List<Figure> figures(int draws, int samples) {
        Restorer restorer = new Restorer(examinee.inference(), Trust.BLIND, samples);
        return List.of(
                figure("coherence.joint", draws, (part, seeds) -> restorer.imagine(part.name(), seeds)),
                figure("coherence.joint_unchecked", draws, (part, seeds) -> decoded(part, seeds, true)),
                figure("coherence.joint_mean", draws, (part, seeds) -> decoded(part, seeds, false)));
    }

    private Figure figure(String name, int draws, Making making) {
        long agreeing = 0;
        for (int from = 0; from < draws; from += BATCH) {
            long first = examinee.seed() + from;
            int count = Math.min(BATCH, draws - from);
            agreeing += agreeing(LongStream.range(first, first + count).toArray(), making);
        }
        return Figure.of(name, Interval.wilson(agreeing, draws));
    }

    private long agreeing(long[] seeds, Making making) {
        Map<String, int[]> read = new HashMap<>();
        for (Part.Sensed part : examinee.sensed()) {
            read.put(part.name(), readers.read(part.name(), making.values(part, seeds)));
        }
        long agreeing = 0;
        for (int i = 0; i < seeds.length; i++) {
            int at = i;
            agreeing +=
                    read.values().stream().mapToInt(each -> each[at]).distinct().count() == 1 ? 1 : 0;
        }
        return agreeing;
    }

    private List<float[]> decoded(Part.Sensed part, long[] seeds, boolean drawn) {
        List<float[]> decoded = new ArrayList<>();
        for (long seed : seeds) {
            decoded.add(drawn ? examinee.workspace().imagined(part.name(), seed, 1) : withoutPrivate(part, seed));
        }
        return decoded;
    }

    private float[] withoutPrivate(Part.Sensed part, long seed) {
        float[] latent = examinee.workspace().imagine(part.name(), seed, 0);
        Arrays.fill(latent, examinee.inference().architecture().shared(), latent.length, 0);
        float[] values = new float[part.size()];
        examinee.workspace().decode(part.name(), latent, 1, values);
        return values;
    }
}
