/**
 * What is measured: every meter's name, meaning and tags in {@link dev.kintsugi.telemetry.Metric}, and who counts on
 * them, {@link dev.kintsugi.telemetry.Meters}. {@link dev.kintsugi.telemetry.Prometheus} writes them for whoever asks.
 *
 * <p>May touch Micrometer alone, and knows nothing of what it measures.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Micrometer rather than Kafka's own metrics: those have no histogram that can be added up over processes, and
 *       count by task, so that a partition that moves away takes its counts along and leaves a step in every sum.
 *   <li>Names are {@code kintsugi.<capability>.<thing>} in base units; Prometheus writes them with underscores and a
 *       suffix. Tags have few values: modalities, reasons from fixed lists, tasks, and the model in use.
 *   <li>A histogram has the same few bounds everywhere; Micrometer's usual ones are seventy for each.
 *   <li>Counts are of what was done, also of what a crash had to undo: after one, exactly-once holds for the topics, and not
 *       for these.
 * </ul>
 */
package dev.kintsugi.telemetry;
