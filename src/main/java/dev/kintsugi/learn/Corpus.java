package dev.kintsugi.learn;

import dev.kintsugi.Fault;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.PairedExamples;
import dev.kintsugi.data.Split;
import dev.kintsugi.dice.Dice;
import dev.kintsugi.sense.Sense;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologySpec;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What there is to learn from: the training split of several data sets, as a topology's model senses it. */
public final class Corpus {
    private static final long HELD_BACK = 0x48454c44;
    private static final double VALIDATION = 1 / 20.;

    private final Map<String, List<Examples<float[]>>> sources = new LinkedHashMap<>();
    private final Set<String> leftOut;

    /**
     * @param leftOut voices that are not learned from
     * @throws Fault when a modality has no data, or a voice to be left out is not there
     */
    public Corpus(TopologySpec topology, Senses senses, List<Dataset> datasets, Set<String> leftOut) {
        this.leftOut = Set.copyOf(leftOut);
        for (SensedModality modality : topology.sensed()) {
            sources.put(modality.name(), rows(modality, senses.of(modality.name()), datasets));
        }
        refuseUnknownVoices();
    }

    /** Draws to learn from. */
    PairedExamples training(long seed) {
        return pairs(seed, false);
    }

    /** Draws of examples that nothing is learned from. */
    PairedExamples validation(long seed) {
        return pairs(seed, true);
    }

    /** The examples of each modality's first data set that nothing is learned from. */
    public Map<String, Examples<float[]>> heldBack() {
        Map<String, Examples<float[]>> heldBack = new LinkedHashMap<>();
        sources.forEach((modality, each) -> heldBack.put(modality, chosen(each.get(0), true)));
        return heldBack;
    }

    /** The examples of a training split that nothing is ever learned from. */
    public static <T> Examples<T> heldBack(Examples<T> training) {
        return Selection.of(training, number -> isHeldBack(training.size(), number));
    }

    private PairedExamples pairs(long seed, boolean validation) {
        Map<String, List<Examples<float[]>>> chosen = new LinkedHashMap<>();
        sources.forEach((modality, each) -> {
            chosen.put(
                    modality,
                    each.stream().map(rows -> chosen(rows, validation)).toList());
        });
        return PairedExamples.ofSources(seed, chosen);
    }

    private Examples<float[]> chosen(Examples<float[]> rows, boolean validation) {
        return Selection.of(rows, number -> isHeldBack(rows.size(), number) == validation && isHeard(rows, number));
    }

    private static boolean isHeldBack(int size, int number) {
        return Dice.of(HELD_BACK, size, number).chance(VALIDATION);
    }

    private boolean isHeard(Examples<float[]> rows, int number) {
        return leftOut.isEmpty()
                || rows.get(number).voice().filter(leftOut::contains).isEmpty();
    }

    private void refuseUnknownVoices() {
        for (String voice : leftOut) {
            Predicate<Examples<float[]>> speaks = rows -> {
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i).voice().equals(Optional.of(voice))) {
                        return true;
                    }
                }
                return false;
            };
            if (sources.values().stream().flatMap(List::stream).noneMatch(speaks)) {
                throw new Fault("no voice is called \"" + voice + "\" in this data; name a speaker that it has");
            }
        }
    }

    private static List<Examples<float[]>> rows(SensedModality modality, Sense<?> sense, List<Dataset> datasets) {
        List<Examples<float[]>> rows = new ArrayList<>();
        Map<Dataset, Optional<Rows<?>>> sensed = new IdentityHashMap<>();
        for (Dataset dataset : datasets) {
            sensed.computeIfAbsent(dataset, each -> Rows.of(sense, modality.data(), each, Split.TRAIN))
                    .ifPresent(rows::add);
        }
        if (rows.isEmpty()) {
            throw new Fault("no data for modality \"" + modality.name() + "\": none of " + datasets
                    + " has \"" + modality.data() + "\"; put it into a folder of that name, or change modalities."
                    + modality.name() + ".data in the topology file");
        }
        return rows;
    }
}
