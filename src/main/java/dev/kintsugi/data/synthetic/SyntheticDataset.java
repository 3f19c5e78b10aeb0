package dev.kintsugi.data.synthetic;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.dice.Dice;
import java.util.List;
import java.util.Map;

/**
 * Digits written and spoken by this project: no download, no licence to mind, and as many as anyone wants.
 *
 * <p>Example i of a name and split depends on the seed of the data set, the name, the split and i alone. Both splits
 * share ways of writing and voices but nothing random, except for two voices that neither has: {@link #heldOut}.
 */
public final class SyntheticDataset implements Dataset {
    private static final String SPEECH = "fsdd";
    private static final Map<String, Hand> HANDS = Map.of(
            "mnist", new Hand(Script.load("western")),
            "kannada", new Hand(Script.load("kannada")));

    private final long seed;
    private final boolean heldOut;

    public SyntheticDataset(long seed) {
        this(seed, false);
    }

    private SyntheticDataset(long seed, boolean heldOut) {
        this.seed = seed;
        this.heldOut = heldOut;
    }

    /** The same data, but spoken only by voices that are otherwise never heard. */
    public SyntheticDataset heldOut() {
        return new SyntheticDataset(seed, true);
    }

    /** Who speaks in this data set. */
    public List<String> voices() {
        return Voices.names(heldOut);
    }

    @Override
    public boolean hasPictures(String name) {
        return HANDS.containsKey(name);
    }

    @Override
    public boolean hasSounds(String name) {
        return name.equals(SPEECH);
    }

    @Override
    public Examples<Picture> pictures(String name, Split split) {
        if (!hasPictures(name)) {
            throw new Fault("synthetic data has no pictures called \"" + name
                    + "\"; take mnist or kannada, or name a folder that holds " + name + "/");
        }
        return new WrittenDigits(source(name, split), HANDS.get(name), seed(name, split), size(split, 10_000));
    }

    @Override
    public Examples<Sound> sounds(String name, Split split) {
        if (!hasSounds(name)) {
            throw new Fault("synthetic data has no sounds called \"" + name + "\"; take " + SPEECH
                    + ", or name a folder that holds " + name + "/");
        }
        return new SpokenDigits(source(name, split), voices(), seed(name, split), size(split, 2_000));
    }

    /** As in MNIST, there is six times as much to learn from as to be judged on. */
    private static int size(Split split, int test) {
        return split == Split.TEST ? test : 6 * test;
    }

    private long seed(String name, Split split) {
        return Dice.of(seed, name.hashCode(), split.lower().hashCode(), heldOut ? 1 : 0)
                .next();
    }

    private String source(String name, Split split) {
        return "synthetic/" + name + "/" + (heldOut ? "held-out/" : "") + split.lower();
    }

    @Override
    public String toString() {
        return heldOut ? "synthetic, voices held out" : "synthetic";
    }
}
