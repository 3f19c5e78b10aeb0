package dev.kintsugi.data;

import dev.kintsugi.Fault;
import dev.kintsugi.dice.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An endless, numbered stream of draws: examples of one label, one from each modality.
 *
 * <p>Draw k depends on the seed and k alone, so any stretch of the stream can be drawn again, in any order and on any
 * machine. Labels are dealt like cards: every run of as many draws as there are labels holds each label once. Within
 * its label an example is drawn at random and put back.
 *
 * <p>Only labels that every modality has are drawn. All modalities are given as examples of one split, so training
 * pictures never meet test sounds.
 */
public final class PairedExamples {

    /**
     * One draw.
     *
     * @param number its place in the stream
     * @param sides an example of the label for each modality, in the order that the modalities were given
     */
    public record Draw(long number, String label, Map<String, Example<?>> sides) {}

    private final long seed;
    private final List<Side> sides;
    private final List<String> labels;

    /** A modality, and where its examples come from. */
    private record Side(String modality, List<Source> sources) {
        private Side {
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("no examples of " + modality);
            }
        }
    }

    /** Examples, and their numbers by label. */
    private record Source(Examples<?> examples, Map<String, int[]> byLabel) {}

    /** @throws Fault when no label is common to all modalities */
    public PairedExamples(long seed, Map<String, ? extends Examples<?>> modalities) {
        this(
                seed,
                modalities.entrySet().stream()
                        .map(each -> new Side(each.getKey(), List.of(source(each.getValue()))))
                        .toList());
    }

    private PairedExamples(long seed, List<Side> sides) {
        this.seed = seed;
        this.sides = sides;
        this.labels = List.copyOf(common(sides));
        if (labels.isEmpty()) {
            throw new Fault("no label is common to "
                    + sides.stream()
                            .flatMap(side -> side.sources().stream()
                                    .map(source -> side.modality() + " "
                                            + source.byLabel().keySet()))
                            .collect(Collectors.joining(" and "))
                    + "; pair data sets that share labels");
        }
    }

    /**
     * Draws each side from one of several sources, each as often as the others however large it is.
     *
     * @throws Fault when no label is common to all sources of all modalities
     */
    public static PairedExamples ofSources(long seed, Map<String, ? extends List<? extends Examples<?>>> modalities) {
        return new PairedExamples(
                seed,
                modalities.entrySet().stream()
                        .map(each -> new Side(
                                each.getKey(),
                                each.getValue().stream()
                                        .map(PairedExamples::source)
                                        .toList()))
                        .toList());
    }

    /** The labels that are drawn, in order. */
    public List<String> labels() {
        return labels;
    }

    public Draw draw(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("draw " + number + "; the first is 0");
        }
        String label = labels.get(dealt(number));
        Dice dice = Dice.of(seed, number);
        Map<String, Example<?>> drawn = new LinkedHashMap<>();
        for (Side side : sides) {
            List<Source> sources = side.sources();
            Source source = sources.get(sources.size() == 1 ? 0 : dice.below(sources.size()));
            int[] numbers = source.byLabel().get(label);
            drawn.put(side.modality(), source.examples().get(numbers[dice.below(numbers.length)]));
        }
        return new Draw(number, label, drawn);
    }

    /** The label on the card at this place: each deal shuffles all labels anew (Fisher and Yates). */
    private int dealt(long number) {
        Dice dice = Dice.of(seed, number / labels.size(), labels.size());
        int[] cards = new int[labels.size()];
        for (int i = 0; i < cards.length; i++) {
            int swap = dice.below(i + 1);
            cards[i] = cards[swap];
            cards[swap] = i;
        }
        return cards[(int) (number % cards.length)];
    }

    private static Source source(Examples<?> examples) {
        return new Source(examples, byLabel(examples));
    }

    private static Map<String, int[]> byLabel(Examples<?> examples) {
        Map<String, List<Integer>> numbers = new TreeMap<>();
        for (int i = 0; i < examples.size(); i++) {
            numbers.computeIfAbsent(examples.label(i), label -> new ArrayList<>())
                    .add(i);
        }
        Map<String, int[]> byLabel = new TreeMap<>();
        numbers.forEach((label, list) ->
                byLabel.put(label, list.stream().mapToInt(Integer::intValue).toArray()));
        return byLabel;
    }

    private static Set<String> common(List<Side> sides) {
        if (sides.isEmpty()) {
            throw new IllegalArgumentException("nothing to pair; give at least one modality");
        }
        Set<String> labels =
                new TreeSet<>(sides.get(0).sources().get(0).byLabel().keySet());
        sides.forEach(side -> side.sources()
                .forEach(source -> labels.retainAll(source.byLabel().keySet())));
        return labels;
    }
}
