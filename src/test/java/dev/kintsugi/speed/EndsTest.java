package dev.kintsugi.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EndsTest {
    private static final TopicPartition LOG = new TopicPartition("log", 0);
    private static final TopicPartition LATE = new TopicPartition("late", 0);

    private final Deque<Map<TopicPartition, Long>> looks = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void tellsWhatEachTransactionAddedButNotItsMark() {
        looks.add(Map.of(LOG, 100L, LATE, 7L));
        looks.add(Map.of(LOG, 100L, LATE, 7L));
        looks.add(Map.of(LOG, 151L, LATE, 7L));
        looks.add(Map.of(LOG, 153L, LATE, 11L));

        try (Ends ends = Ends.of(new Looked(), List.of("log", "late"))) {
            ends.watch(looks::isEmpty, (partition, records, nanoTime) -> told.add(partition + " " + records));
        }

        assertThat(told).containsExactlyInAnyOrder("log-0 50", "log-0 1", "late-0 3");
    }

    /** A broker whose topics end each time where the next look says. */
    private final class Looked extends MockConsumer<byte[], byte[]> {
        Looked() {
            super("earliest");
            for (TopicPartition partition : List.of(LOG, LATE)) {
                updatePartitions(partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
            }
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            return looks.remove();
        }
    }
}
