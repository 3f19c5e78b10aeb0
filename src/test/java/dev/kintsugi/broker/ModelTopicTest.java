package dev.kintsugi.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The models topic of a broker that goes away. */
class ModelTopicTest {
    private static final TopologySpec TOPOLOGY = TopologyFile.read(Path.of("topologies", "digits.yaml"));
    private static final Connection NOWHERE = new Connection("127.0.0.1:1", "http://127.0.0.1:1", Map.of());

    private final AtomicLong seconds = new AtomicLong();

    @Test
    @Timeout(60)
    void aBrokerThatFallsSilentIsAFaultRatherThanAWaitForEver() {
        MockConsumer<byte[], byte[]> silent = new MockConsumer<>("earliest");
        TopicPartition place = new TopicPartition("digits.models", 0);
        silent.updatePartitions(
                place.topic(), List.of(new PartitionInfo(place.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
        silent.updateBeginningOffsets(Map.of(place, 0L));
        silent.updateEndOffsets(Map.of(place, 7L));
        assertThatThrownBy(() -> ModelTopic.read(NOWHERE, TOPOLOGY, silent, this::aSecondLater))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no Kafka broker answers at 127.0.0.1:1");
        assertThat(silent.closed()).isTrue();
    }

    private long aSecondLater() {
        return Duration.ofSeconds(seconds.incrementAndGet()).toNanos();
    }
}
