package dev.kintsugi.spec;

import java.util.List;
import java.util.Optional;

/**
 * Every topic that a topology names.
 *
 * @param partitions of each input topic, and of what is keyed as they are
 * @param all inputs first, in the order of the modalities, then by role
 */
public record TopicsSpec(int partitions, short replication, List<TopicSpec> all) {

    public TopicsSpec {
        all = List.copyOf(all);
    }

    public List<TopicSpec> of(TopicRole role) {
        return all.stream().filter(topic -> topic.role() == role).toList();
    }

    /** The topic of that role and modality, unless the topology has no use for it. */
    public Optional<TopicSpec> of(TopicRole role, ModalitySpec modality) {
        return of(role).stream()
                .filter(topic -> topic.modality().equals(Optional.of(modality.name())))
                .findFirst();
    }

    /** The one topic of a role that is not per modality, unless the topology has no use for it. */
    public Optional<TopicSpec> only(TopicRole role) {
        return of(role).stream().filter(topic -> topic.modality().isEmpty()).findFirst();
    }
}
