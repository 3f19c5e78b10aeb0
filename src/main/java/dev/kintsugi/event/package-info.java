/**
 * The records of the domain: the events that come in, the observations they form, and what is restored.
 *
 * <p>Nothing here knows Kafka, Avro, files or clocks, and nothing here does anything: every other package speaks in
 * these words. {@code wire} turns them into bytes and back.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Alternatives are sealed ({@link dev.kintsugi.event.Event}, {@link dev.kintsugi.event.ImagePayload},
 *       {@link dev.kintsugi.event.AudioPayload}), so that raw pixels without a width cannot be written down. One record
 *       with optional fields, as the Avro schema has it for the sake of other languages, was rejected.
 *   <li>Times are {@link java.time.Instant}s cut to milliseconds, since that is what a record carries.
 *   <li>Payloads are {@link dev.kintsugi.event.Bytes}, compared by content, so that records compare as values.
 * </ul>
 */
package dev.kintsugi.event;
