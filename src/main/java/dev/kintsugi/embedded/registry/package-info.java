/**
 * The schema registry: the part of Confluent's REST interface that its clients and kafkajs's use, for Avro.
 *
 * <pre>
 *   RegistryHandler ─► RegistryRoutes ─► Catalog        what is there
 *     types, errors      paths        ├► Registration   register, look up, compare ─► AvroParser, Compatibility
 *                                     ├► Removal        delete softly, then for good
 *                                     └► Settings       configs and modes
 *                                            │ Change
 *                                            ▼
 *                                         Ledger ─► SchemaLog (topic _schemas), then SchemaStore (memory)
 * </pre>
 *
 * <p>Deciding is pure: everything between routes and ledger works on the store in memory. Only {@code TopicLog} knows
 * Kafka, only {@code RegistryHandler} and {@code RegistryServer} know HTTP.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Modelled on the genuine server 7.5, the version of the client that we use: status, code, wording, order and
 *       absence of fields. Later servers answer a registration with more than the id and call a clash 40901.
 *   <li>Records of {@code _schemas} in the genuine format, so that a demo's schemas can be taken to a real registry.
 *   <li>Event-sourced: a request becomes {@link dev.kintsugi.embedded.registry.Change}s, which are in the topic before
 *       the answer goes out, and a restart replays them. One writer at a time; no election, since there is one
 *       instance.
 *   <li>Compatibility by Avro's own {@code SchemaCompatibility}, as the genuine server, so the verdicts are the same.
 *   <li>Left out: JSON Schema and Protobuf (refused as by a server without these plug-ins), contexts other than the
 *       default, metadata and rule sets, exporters, tags, security.
 * </ul>
 */
package dev.kintsugi.embedded.registry;
