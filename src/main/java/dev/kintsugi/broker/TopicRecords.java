package dev.kintsugi.broker;

import dev.kintsugi.spec.AudioModality;
import dev.kintsugi.spec.ImageModality;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.TopicSpec;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.RecordType;
import java.util.Optional;

/** Which type of record a topic of a topology holds. */
final class TopicRecords {
    private TopicRecords() {}

    /** Nothing for topics that hold no records of ours: dead letters are whatever they were. */
    static Optional<RecordType<?>> of(TopologySpec topology, TopicSpec topic) {
        return switch (topic.role()) {
            case INPUT -> topic.modality().flatMap(topology::modality).map(TopicRecords::ofEvents);
            case RESTORED -> Optional.of(RecordType.RESTORED);
            case OBSERVATIONS -> Optional.of(RecordType.OBSERVATION);
            case LATENTS -> Optional.of(RecordType.LATENTS);
            case HINDSIGHT -> Optional.of(RecordType.HINDSIGHT);
            case MODELS -> Optional.of(RecordType.MODEL_RECORD);
            case CLUSTERS, RELATIONS, DRIFT, DLQ -> Optional.empty();
        };
    }

    static RecordType<?> ofEvents(ModalitySpec modality) {
        if (modality instanceof ImageModality) {
            return RecordType.IMAGE_EVENT;
        }
        return modality instanceof AudioModality ? RecordType.AUDIO_EVENT : RecordType.LABEL_EVENT;
    }
}
