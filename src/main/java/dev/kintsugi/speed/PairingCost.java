package dev.kintsugi.speed;

/** What pairing alone costs, beside the DSL's outer join of the same input, on the same broker and kind of store. */
public final class PairingCost {
    private final Throughput throughput;

    /**
     * What came of it.
     *
     * @param promptJoin the join where it commits each tenth of a second, as the stream does where input is fresh
     * @param ratio how many times as many observations a second pairing makes as the join does, over all runs
     */
    public record Figures(
            Throughput.Figures pairing,
            Throughput.Figures outerJoin,
            Throughput.Figures promptJoin,
            double ratio,
            double ratioToPrompt) {}

    public PairingCost(Ground ground, Throughput.Runs runs) {
        this.throughput = new Throughput(ground, runs);
    }

    public Figures of(String bundle, Running how) {
        var pairing = throughput.of(Trial.named("pairing", bundle), how.only("pair"));
        var join = throughput.of(Trial.named("outer-join", bundle), how.only(Running.OUTER_JOIN));
        Running promptly = how.only(Running.OUTER_JOIN).set("commit.interval.ms", "100");
        var prompt = throughput.of(Trial.named("prompt-join", bundle), promptly);
        return new Figures(
                pairing, join, prompt, pairing.overall() / join.overall(), pairing.overall() / prompt.overall());
    }
}
