package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A few observations of small pictures, sounds and labels, some with sides missing, and a model of them. */
final class TinyWorld {
    static final Part.Sensed IMAGE = new Part.Sensed("image", Part.Kind.IMAGE, 8, 8, 2);
    // Sides that 4 does not divide, so that filling is tested wherever this part is.
    static final Part.Sensed AUDIO = new Part.Sensed("audio", Part.Kind.AUDIO, 11, 6, 3);
    static final Part.Labelled LABEL = new Part.Labelled("label", List.of("one", "two", "three"));
    static final TrainingSettings.Terms TERMS = new TrainingSettings.Terms(5, 0.5, 2, 3);

    private TinyWorld() {}

    static Architecture architecture(Prior prior) {
        return new Architecture(List.of(IMAGE, AUDIO, LABEL), 4, prior);
    }

    static TrainingSettings settings(int passes, double labels) {
        return new TrainingSettings(
                passes, 4, 0.002, 0.5, 1, Map.of("image", 1.5, "audio", 1.2), TERMS, labels, 1, 0, 7);
    }

    static TrainingData data(int size) {
        return new TrainingData() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Observation observation(int pass, int number) {
                int label = number % 3;
                Map<String, float[]> rows = new HashMap<>();
                Random random = new Random(1000L * pass + number);
                if (number % 5 != 3) {
                    rows.put("image", row(IMAGE, label, random));
                }
                if (number % 5 != 4) {
                    rows.put("audio", row(AUDIO, label, random));
                }
                return new Observation(rows, number % 7 == 6 ? Map.of() : Map.of("label", label));
            }
        };
    }

    private static float[] row(Part.Sensed part, int label, Random random) {
        float[] row = new float[part.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (i % 3 == label ? 0.6f : 0.1f) + 0.3f * random.nextFloat();
        }
        return row;
    }
}
