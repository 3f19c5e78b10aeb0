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
 * Draws from a corpus as observations to train on: other pairs in every pass, and sides varied where that is wanted.
 *
 * @param size observations in a pass
 * @param variety how sides are varied, if they are
 */
record Lessons(Architecture architecture, PairedExamples draws, int size, long seed, Optional<Variety> variety)
        implements TrainingData {

    @Override
    public Observation observation(int pass, int number) {
        long drawn = (long) pass * size + number;
        return varied(draws.draw(drawn), drawn);
    }

    @Override
    public Observation again(int pass, int number) {
        return varied(draws.draw(number), (long) pass * size + number);
    }

    private Observation varied(Draw draw, long how) {
        Map<String, float[]> rows = new HashMap<>();
        Map<String, float[]> hampered = new HashMap<>();
        for (Part.Sensed part : architecture.sensed()) {
            float[] row = (float[]) draw.sides().get(part.name()).value();
            Dice dice = Dice.of(seed, how, part.name().hashCode());
            float[] varied = variety.map(each -> each.varied(part, row, dice)).orElse(row);
            rows.put(part.name(), varied);
            variety.ifPresent(each -> hampered.put(part.name(), each.hampered(part, varied, dice)));
        }
        Map<String, Integer> classes = new HashMap<>();
        architecture.labelled().forEach(part -> classes.put(part.name(), classOf(part, draw.label())));
        return new Observation(rows, hampered, classes);
    }

    /** What came of one part in successive lessons of the first pass, row by row. */
    float[] rows(Part.Sensed part, int from, int count) {
        float[] rows = new float[count * part.size()];
        for (int i = 0; i < count; i++) {
            float[] row = observation(0, from + i).rows().get(part.name());
            System.arraycopy(row, 0, rows, i * part.size(), part.size());
        }
        return rows;
    }

    String label(int number) {
        return draws.draw(number).label();
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
