package dev.kintsugi.evaluate.judge;

import dev.kintsugi.Fault;
import dev.kintsugi.data.Examples;
import dev.kintsugi.dice.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a network learns from: the numbers that it reads of each example, and the example's class. */
final class Lessons<T> {
    private final Sense<T> sense;
    private final List<String> classes;
    private final List<float[]> values = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    /** @param classes which all labels are among */
    Lessons(Sense<T> sense, List<String> classes) {
        this.sense = sense;
        this.classes = classes;
    }

    /** All labels that there are, in order. */
    static List<String> classes(Examples<?> examples) {
        return List.copyOf(IntStream.range(0, examples.size())
                .mapToObj(examples::label)
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    }

    /** Takes each example as it is and, where that makes a difference, as it is when restored without fault. */
    void add(Examples<T> examples) {
        for (int i = 0; i < examples.size(); i++) {
            int label = classes.indexOf(examples.label(i));
            if (label < 0) {
                throw new Fault("example " + examples.get(i).source() + " is labelled \"" + examples.label(i)
                        + "\", where one of " + classes + " is needed; correct the label or take the example away");
            }
            T value = examples.get(i).value();
            add(value, label);
            if (sense.restoringShows()) {
                add(sense.restored(value), label);
            }
        }
    }

    int size() {
        return values.size();
    }

    int label(int lesson) {
        return labels.get(lesson);
    }

    /** Writes a lesson as it is taught this time: varied as the dice fall. */
    void vary(int lesson, Dice dice, float[] varied, int at) {
        sense.vary(values.get(lesson), dice, varied, at);
    }

    private void add(T value, int label) {
        float[] read = new float[sense.shape().size()];
        sense.into(value, read, 0);
        values.add(read);
        labels.add(label);
    }
}
