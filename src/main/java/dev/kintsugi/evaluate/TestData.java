package dev.kintsugi.evaluate;

import dev.kintsugi.Fault;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.PairedExamples;
import dev.kintsugi.data.Split;
import dev.kintsugi.learn.Corpus;
import dev.kintsugi.learn.Rows;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.sense.Senses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The test split as a model senses it.
 *
 * @param classes in the order of the model's, or of the labels if it has none
 * @param examples of each sensed part
 */
public record TestData(List<String> classes, Map<String, Examples<float[]>> examples) {

    /** @throws Fault when the data lacks a part of the model */
    public static TestData of(Manifest manifest, Senses senses, Dataset dataset, Split split) {
        Map<String, Examples<float[]>> examples = new LinkedHashMap<>();
        senses.byPart()
                .forEach((part, sense) -> examples.put(
                        part,
                        Rows.of(sense, senses.data().get(part), dataset, split)
                                .orElseThrow(() -> new Fault("the model's part \"" + part + "\" needs test data \""
                                        + senses.data().get(part) + "\", which " + dataset
                                        + " does not have; put it into a folder of that name"))));
        return of(manifest, examples);
    }

    /** What the training split has that nothing is learned from: to choose by, so that the test split stays unseen. */
    public static TestData validation(Manifest manifest, Senses senses, Dataset dataset) {
        Map<String, Examples<float[]>> heldBack = new LinkedHashMap<>();
        of(manifest, senses, dataset, Split.TRAIN)
                .examples()
                .forEach((part, examples) -> heldBack.put(part, Corpus.heldBack(examples)));
        return of(manifest, heldBack);
    }

    /** Other examples, sensed already. */
    public static TestData of(Manifest manifest, Map<String, Examples<float[]>> examples) {
        return new TestData(classes(manifest, examples.values()), examples);
    }

    private static List<String> classes(Manifest manifest, Collection<Examples<float[]>> examples) {
        List<Part.Labelled> labelled = manifest.architecture().labelled();
        if (!labelled.isEmpty()) {
            return labelled.get(0).classes();
        }
        TreeSet<String> labels = new TreeSet<>();
        for (Examples<float[]> each : examples) {
            for (int i = 0; i < each.size(); i++) {
                labels.add(each.label(i));
            }
        }
        return List.copyOf(labels);
    }

    /** Every example of a part, once. */
    List<Sample> of(String part) {
        return of(part, Integer.MAX_VALUE);
    }

    /** So many examples of a part, spread evenly over all of them. */
    List<Sample> of(String part, int most) {
        Examples<float[]> all = examples.get(part);
        int count = Math.min(most, all.size());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = (int) ((long) i * all.size() / count);
            Example<float[]> example = all.get(number);
            samples.add(new Sample(Map.of(part, example.value()), classOf(example.label()), number, example.voice()));
        }
        return samples;
    }

    /** Draws of one example of each part, of one class. */
    List<Sample> pairs(int count, long seed) {
        PairedExamples draws = new PairedExamples(seed, examples);
        Map<String, Integer> recordings = new LinkedHashMap<>();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PairedExamples.Draw draw = draws.draw(i);
            Map<String, float[]> rows = new LinkedHashMap<>();
            draw.sides().forEach((part, example) -> rows.put(part, (float[]) example.value()));
            samples.add(new Sample(rows, classOf(draw.label()), group(draw, recordings), java.util.Optional.empty()));
        }
        return samples;
    }

    /** Pairs that share their example of the scarcest part belong together. */
    private int group(PairedExamples.Draw draw, Map<String, Integer> known) {
        String scarcest = Collections.min(
                examples.keySet(),
                (one, other) -> examples.get(one).size() - examples.get(other).size());
        return known.computeIfAbsent(draw.sides().get(scarcest).source(), source -> known.size());
    }

    private int classOf(String label) {
        int found = classes.indexOf(label);
        if (found < 0) {
            throw new Fault("the test data has the label \"" + label + "\", which is not among the model's classes, "
                    + classes + "; use the data that the model was made for");
        }
        return found;
    }
}
