package dev.kintsugi.broker;

import dev.kintsugi.spec.TopicSpec;
import java.util.List;

/**
 * A topic as a topology wants it, and how it stands on the broker.
 *
 * @param differences where an existing topic's settings are not those wanted, such as {@code partitions 4 instead of 2}
 */
public record TopicState(TopicSpec wanted, Status status, List<String> differences) {

    /** How a wanted topic stands on the broker. */
    public enum Status {
        CREATED,
        EXISTS,
        DELETED,
        ABSENT
    }

    static TopicState of(TopicSpec wanted, Status status) {
        return new TopicState(wanted, status, List.of());
    }
}
