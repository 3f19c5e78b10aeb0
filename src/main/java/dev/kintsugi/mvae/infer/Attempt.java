package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;

/** The restoration of one side as it proceeds: sample after sample is drawn and read, and the surest is kept. */
final class Attempt {
    private final Part.Sensed part;
    private final Inferred.Posterior posterior;
    private final long seed;
    private final int what;
    private float[] kept;
    private float surest = Float.NEGATIVE_INFINITY;
    private double probability;
    private int agreeing;
    private int drawn;

    Attempt(Part.Sensed part, Inferred.Posterior posterior, long seed) {
        this.part = part;
        this.posterior = posterior;
        this.seed = seed;
        this.what = Most.probable(posterior.reading());
    }

    Part.Sensed part() {
        return part;
    }

    int drawn() {
        return drawn;
    }

    /** Whether a sample was read as what was meant, as surely as this. */
    boolean surely(double enough) {
        return surest >= enough;
    }

    Latent latent(int sample) {
        return new Latent(posterior, null, seed, sample);
    }

    /** @param reading what the model reads in the sample */
    void take(float[] sample, float[] reading) {
        drawn++;
        probability += reading[what];
        agreeing += Most.probable(reading) == what ? 1 : 0;
        if (kept == null || reading[what] > surest) {
            surest = reading[what];
            kept = sample;
        }
    }

    Restored.Side side(Trust trust) {
        Opinion opinion = new Opinion(posterior.reading()[what], surest, probability / drawn);
        return new Restored.Side(kept, opinion, trust.of(part.name(), opinion), (double) agreeing / drawn, drawn);
    }
}
