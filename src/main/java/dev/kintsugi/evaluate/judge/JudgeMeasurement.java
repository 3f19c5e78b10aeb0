package dev.kintsugi.evaluate.judge;

import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a judge reads what it was not trained on: real examples and made-up ones, by way of files; and the same
 * restored without fault, where restoring shows.
 *
 * @param seed of the made-up examples
 * @param keptBack whether to take what training kept back for real examples, rather than the test part
 */
public record JudgeMeasurement<T>(Subject<T> subject, long seed, boolean keptBack) {

    /** The judge, with what was measured on its card. */
    public Judge<T> of(Judge<T> judge, Dataset data) {
        List<Accuracy> measured = new ArrayList<>();
        if (keptBack) {
            measure(judge, subject.name() + " kept back", Part.keptBack(subject.examples(data, Split.TRAIN)), measured);
        } else {
            measure(judge, subject.name() + " test", subject.examples(data, Split.TEST), measured);
        }
        String madeUp = "synthetic " + subject.name() + ", seed " + seed;
        SyntheticDataset synthetic = new SyntheticDataset(seed);
        measure(judge, madeUp, subject.examples(synthetic, Split.TEST), measured);
        if (judge.sense() instanceof Hearing) {
            measure(judge, madeUp + ", voices held out", subject.examples(synthetic.heldOut(), Split.TEST), measured);
        }
        return judge.with(measured);
    }

    private void measure(Judge<T> judge, String on, Examples<T> examples, List<Accuracy> measured) {
        measured.add(judge.accuracy(on, examples, false));
        if (judge.sense().restoringShows()) {
            measured.add(judge.accuracy(on + ", through the vocoder", examples, true));
        }
    }
}
