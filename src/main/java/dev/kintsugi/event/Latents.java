package dev.kintsugi.event;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an observation lies in a model's latent space: its posterior.
 *
 * @param eventTime the time of the event that opened the observation
 * @param mean of the shared part
 * @param logVariance of the shared part
 * @param privates means of the private part of each modality that was observed and has one
 * @param responsibilities of the prior's components for the observation: the soft clusters
 * @param cluster the component most responsible, if the prior has several
 * @param attention each expert's share of the joint precision, by modality, and {@code prior}; sums to 1
 * @param lineage the events of the observation
 */
public record Latents(
        String key,
        String observationId,
        String modelId,
        ClosedBy closedBy,
        Instant eventTime,
        List<Float> mean,
        List<Float> logVariance,
        Map<String, List<Float>> privates,
        List<Float> responsibilities,
        Optional<Integer> cluster,
        Map<String, Float> attention,
        List<SourceEvent> lineage) {

    public Latents {
        eventTime = eventTime.truncatedTo(MILLIS);
        mean = List.copyOf(mean);
        logVariance = List.copyOf(logVariance);
        privates = Collections.unmodifiableMap(new LinkedHashMap<>(privates));
        responsibilities = List.copyOf(responsibilities);
        attention = Collections.unmodifiableMap(new LinkedHashMap<>(attention));
        lineage = List.copyOf(lineage);
    }

    /** The modalities that were observed. */
    public List<String> observed() {
        return lineage.stream().map(SourceEvent::modality).toList();
    }
}
