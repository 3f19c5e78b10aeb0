package dev.kintsugi.mvae.train;

import java.util.Map;

/** Observations to learn from, numbered from 0. */
public interface TrainingData {

    int size();

    /**
     * One observation. Asked twice for the same, it gives the same; in another pass it may pair the same picture with
     * another sound.
     *
     * @param pass counted from 0
     */
    Observation observation(int pass, int number);

    /** The observation of that number in the first pass, as another pass may show it: it may look otherwise, and be the same. */
    default Observation again(int pass, int number) {
        return observation(0, number);
    }

    /**
     * What came of an observation.
     *
     * @param rows by sensed part, each as long as that part is large, values 0 to 1; a missing side is not in the map
     * @param hampered rows of some of these parts as an encoder is to see them, if other than they are
     * @param classes by labelled part, the number of the class; a missing label is not in the map
     */
    record Observation(Map<String, float[]> rows, Map<String, float[]> hampered, Map<String, Integer> classes) {
        public Observation {
            rows = Map.copyOf(rows);
            hampered = Map.copyOf(hampered);
            classes = Map.copyOf(classes);
        }

        public Observation(Map<String, float[]> rows, Map<String, Integer> classes) {
            this(rows, Map.of(), classes);
        }

        /** The same, but for its classes. */
        Observation untold() {
            return new Observation(rows, hampered, Map.of());
        }

        /** The same of a class, and of no other. */
        Observation with(String part, int number) {
            return new Observation(rows, hampered, Map.of(part, number));
        }

        float[] seen(String part) {
            return hampered.getOrDefault(part, rows.get(part));
        }
    }
}
