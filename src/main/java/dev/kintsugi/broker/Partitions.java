package dev.kintsugi.broker;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The partitions of topics, as a consumer is told which to read. */
public final class Partitions {
    private Partitions() {}

    /** None of a topic that is not there. */
    public static List<TopicPartition> of(Consumer<?, ?> consumer, List<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
