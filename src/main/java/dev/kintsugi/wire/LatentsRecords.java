package dev.kintsugi.wire;

import dev.kintsugi.event.Latents;
import dev.kintsugi.record.Attention;
import dev.kintsugi.record.PrivatePart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Latents as Avro records. */
final class LatentsRecords {
    private LatentsRecords() {}

    static dev.kintsugi.record.Latents write(Latents latents) {
        var record = new dev.kintsugi.record.Latents();
        record.setKey(latents.key());
        record.setObservationId(latents.observationId());
        record.setModelId(latents.modelId());
        record.setObserved(latents.observed());
        record.setCluster(latents.cluster().orElse(null));
        record.setClosedBy(ContentRecords.closedBy(latents.closedBy()));
        record.setEventTime(latents.eventTime());
        record.setMean(latents.mean());
        record.setLogVariance(latents.logVariance());
        record.setPrivates(latents.privates().entrySet().stream()
                .map(part -> new PrivatePart(part.getKey(), part.getValue()))
                .toList());
        record.setResponsibilities(latents.responsibilities());
        record.setAttention(latents.attention().entrySet().stream()
                .map(expert -> new Attention(expert.getKey(), expert.getValue()))
                .toList());
        record.setLineage(latents.lineage().stream().map(SourceRecords::write).toList());
        return record;
    }

    static Latents read(dev.kintsugi.record.Latents record) {
        Map<String, List<Float>> privates = new LinkedHashMap<>();
        record.getPrivates().forEach(part -> privates.put(part.getModality(), List.copyOf(part.getMean())));
        Map<String, Float> attention = new LinkedHashMap<>();
        record.getAttention().forEach(expert -> attention.put(expert.getExpert(), expert.getShare()));
        return new Latents(
                record.getKey(),
                record.getObservationId(),
                record.getModelId(),
                ContentRecords.closedBy(record.getClosedBy()),
                record.getEventTime(),
                record.getMean(),
                record.getLogVariance(),
                privates,
                record.getResponsibilities(),
                Optional.ofNullable(record.getCluster()),
                attention,
                record.getLineage().stream().map(SourceRecords::read).toList());
    }
}
