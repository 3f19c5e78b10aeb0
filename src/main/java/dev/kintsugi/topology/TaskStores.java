package dev.kintsugi.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;

/** The stores of each task in this process, which find one another here: Kafka Streams gives a store nothing but itself. */
final class TaskStores {
    private final Map<TaskId, WriteOrder> orders = new ConcurrentHashMap<>();

    void begin(TaskId task, Store store, Unwritten<?, ?> unwritten) {
        orders.compute(task, (any, present) -> {
            WriteOrder order = present == null ? new WriteOrder() : present;
            order.begin(store, unwritten);
            return order;
        });
    }

    /**
     * A processor begins with a store, perhaps without Kafka Streams having opened that anew: a task that only stood by may
     * become active, and then holds what another wrote meanwhile.
     */
    void beginAgain(TaskId task, Store store) {
        orders.get(task).beginAgain(store);
    }

    void end(TaskId task, Store store, Unwritten<?, ?> unwritten) {
        orders.computeIfPresent(task, (any, order) -> {
            order.end(store, unwritten);
            return order.isEmpty() ? null : order;
        });
    }

    /** Whether state is not as it is written. */
    boolean isChanged(TaskId task) {
        return orders.get(task).isChanged();
    }

    /** Whether a store holds something that came since the last commit. */
    boolean isAdded(TaskId task, Store store) {
        return orders.get(task).isAdded(store);
    }

    /** How often it was written, as each commit begins with. */
    long writes(TaskId task) {
        return orders.get(task).writes();
    }

    void write(TaskId task, Runnable settle) {
        orders.get(task).write(settle);
    }

    /** Does what a task is called for; should it fail, its stores are not written. */
    void during(TaskId task, Runnable work) {
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            if (!done) {
                orders.computeIfPresent(task, (any, order) -> {
                    order.fail();
                    return order;
                });
            }
        }
    }
}
