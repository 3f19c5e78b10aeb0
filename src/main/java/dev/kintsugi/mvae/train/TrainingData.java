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

    /**
     * What came of an observation.
     *
     * @param rows by sensed part, each as long as that part is large, values 0 to 1; a missing side is not in the map
     * @param classes by labelled part, the number of the class; a missing label is not in the map
     */
    record Observation(Map<String, float[]> rows, Map<String, Integer> classes) {
        public Observation {
            rows = Map.copyOf(rows);
            classes = Map.copyOf(classes);
        }
    }
}
