/**
 * A Kafka broker and a schema registry in this process, for the demo and for tests; production has its own.
 *
 * <p>{@link dev.kintsugi.embedded.EmbeddedCluster} is both at once. May touch Kafka's server and clients, and through
 * {@code registry} Avro and the JDK's HTTP server. Knows no record, topology or codec of ours.
 *
 * <p>Order of a start: the directory's lock, the ports, formatting, Kafka, the registry. Each guards the next (reasons
 * at {@link dev.kintsugi.embedded.DataDirectory} and {@link dev.kintsugi.embedded.Ports}).
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The real {@code KafkaRaftServer} rather than a stand-in or a container: transactions, exactly-once and consumer
 *       groups must be Kafka's own, and a demo should need no Docker.
 *   <li>A static quorum ({@code controller.quorum.voters}) rather than a dynamic one: the controller's address is read
 *       from the settings at every start, so any free port will do. A dynamic quorum writes it into the metadata log.
 *   <li>Formatted by {@code StorageTool} rather than by the {@code Formatter} beneath it, which is in a jar that we
 *       have at run time only.
 *   <li>Sessions of 1.5 s rather than 9: after a {@code kill -9} the controller refuses the new broker until the old
 *       one's session is over (measured: ready 11.7 s after JVM start with 9 s, 3.1 s with 1.5 s). A broker that stalls
 *       for longer is fenced until its next heartbeat; clients retry over that.
 *   <li>No fsync per record, as Kafka has it: a killed process loses nothing, a machine that loses power may.
 * </ul>
 *
 * <p>Left open: between the probe of a port and Kafka's own bind lie some milliseconds in which another process could
 * take it.
 */
package dev.kintsugi.embedded;
