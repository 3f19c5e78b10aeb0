/**
 * Avro ⇄ event: how the records of {@code dev.kintsugi.event} are written to and read from Kafka.
 *
 * <pre>
 *   event ──► RecordType ──► dev.kintsugi.record (generated from schemas/) ──► Avro ──► 0 id bytes…
 *                                                                               ▲
 *                                                            Schemas ◄── ConfluentSchemas (registry client)
 * </pre>
 *
 * <p>May touch {@code event}, Avro, Kafka's serialization interfaces and, in {@link dev.kintsugi.wire.ConfluentSchemas}
 * alone, the registry client. Nobody else touches Avro or the generated classes.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Avro's own readers and writers with the Confluent wire format (a zero byte, the schema id, the record) rather
 *       than Confluent's serde: that one is not on Maven Central, and took five to fourteen times as long per record.
 *   <li>One encoder, buffer and decoder per thread, one reader per writer schema: Kafka Streams shares a serde between
 *       its threads.
 *   <li>The domain's records are mapped to generated classes rather than made by Avro's reflection: the compiler checks
 *       both sides. The mapping copies no payload: a read payload is the array that Avro filled.
 *   <li>A record that cannot be read is an {@link dev.kintsugi.wire.UndecodableException} and belongs in a dead-letter
 *       topic; a registry that does not answer is a {@link dev.kintsugi.wire.RegistryException} and says nothing about
 *       the record, which is to be read again. The two must never be mistaken for each other.
 *   <li>Enums carry an {@code UNKNOWN} default, so that an old reader survives a new symbol and says which field it
 *       could not make out.
 * </ul>
 */
package dev.kintsugi.wire;
