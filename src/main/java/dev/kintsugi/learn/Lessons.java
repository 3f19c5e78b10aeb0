package dev.kintsugi.learn;

import dev.kintsugi.Fault;
import dev.kintsugi.data.PairedExamples;
import dev.kintsugi.data.PairedExamples.Draw;
import dev.kintsugi.dice.Dice;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.train.TrainingData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws from a corpus as observations to train on: other pairs in every pass, and voices varied where that is wanted.
 *
 * @param size observations in a pass
 * @param voice how sounds are varied, if they are
 */
record Lessons(Architecture architecture, PairedExamples draws, int size, long seed, Optional<Voice> voice)
        implements TrainingData {

    @Override
    public Observation observation(int pass, int number) {
        Draw draw = draws.draw((long) pass * size + number);
        Map<String, float[]> rows = new HashMap<>();
        for (Part.Sensed part : architecture.sensed()) {
            float[] row = (float[]) draw.sides().get(part.name()).value();
            rows.put(part.name(), varied(part, row, draw.number()));
        }
        Map<String, Integer> classes = new HashMap<>();
        architecture.labelled().forEach(part -> classes.put(part.name(), classOf(part, draw.label())));
        return new Observation(rows, classes);
    }

    String label(int number) {
        return draws.draw(number).label();
    }

    private float[] varied(Part.Sensed part, float[] row, long draw) {
        return part.kind() == Part.Kind.AUDIO && voice.isPresent()
                ? voice.get()
                        .varied(
                                row,
                                part.height(),
                                part.width(),
                                Dice.of(seed, draw, part.name().hashCode()))
                : row;
    }

    static int classOf(Part.Labelled part, String label) {
        List<String> classes = part.classes();
        int found = classes.indexOf(label);
        if (found < 0) {
            throw new Fault("the data has the label \"" + label + "\", which is not among the classes of " + part.name()
                    + ", " + classes + "; list it in the topology file, or use other data");
        }
        return found;
    }
}
