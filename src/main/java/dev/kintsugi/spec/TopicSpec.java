package dev.kintsugi.spec;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One topic as it is to be created.
 *
 * @param modality the name of the modality whose events or restorations it holds; none for topics of all
 * @param config Kafka's topic settings, sorted by name
 */
public record TopicSpec(
        String name,
        TopicRole role,
        Optional<String> modality,
        int partitions,
        short replication,
        Map<String, String> config) {

    public TopicSpec {
        config = Collections.unmodifiableMap(new TreeMap<>(config));
    }
}
