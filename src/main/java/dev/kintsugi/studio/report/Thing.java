package dev.kintsugi.studio.report;

import dev.kintsugi.mvae.infer.Observed;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A thing of the test split with all its sides.
 *
 * @param number its place among the things looked at
 * @param label the number of its class
 * @param rows what the model senses of each part
 * @param originals the pictures and sounds themselves, by part
 */
record Thing(int number, int label, Map<String, float[]> rows, Map<String, Object> originals) {

    /** Some of its sides; what is drawn for it is the same whichever they are. */
    Observed observed(Set<String> parts) {
        Map<String, float[]> some = rows.entrySet().stream()
                .filter(side -> parts.contains(side.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Observed(some, Map.of(), number);
    }
}
