/**
 * Topology files: {@code topologies/*.yaml} read once, at start, into validated immutable records.
 *
 * <p>{@link dev.kintsugi.spec.TopologyFile} reads; {@link dev.kintsugi.spec.TopologySpec} is what the rest of the
 * program sees. A file that is wrong in any way stops with {@link dev.kintsugi.spec.SpecFault}, which tells every
 * problem of the file with its line, key, value and remedy. What only the running system can know (partition counts
 * that differ, a bundle without that modality) is checked by those who meet it.
 *
 * <pre>
 *   file ─► TopologyFile ─► Section (one mapping: keys, lines) ─► XxxSpec.from(section) ─► TopologySpec
 *                               │ Form (text ⇄ value, remedy)
 *                               └─► Problems ─► SpecFault
 * </pre>
 *
 * <p>The package may touch SnakeYAML and, in {@code TopologyFile} alone, the file system. It knows no Kafka and no
 * clock.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>SnakeYAML's node graph, rather than Jackson's binding to objects, because nodes keep line numbers, duplicate
 *       keys and quoting, and because nothing in a file can then name a type to be instantiated: nothing is ever
 *       constructed.
 *   <li>A scalar is read as the text that stands in the file, in the form its key asks for, rather than as the type
 *       that YAML 1.1 guesses: {@code off}, {@code no}, {@code 010} and {@code 1:30} hold no surprise, a class may be
 *       called {@code 0}, and quotes around a number do no harm.
 *   <li>Each record stands beside its grammar: {@code from} reads the keys, and there alone are the defaults and
 *       limits. A key is added in one file, and in the shipped topologies, which a test holds to be a complete
 *       reference.
 *   <li>Networks (layers, channels) are not in the grammar: they belong to the model and are stated by its bundle.
 *       Latent sizes are, since topics and clusters depend on them.
 *   <li>Input topics share one partition count, which is therefore one key: pairing needs all sides of a key in one
 *       task. Summaries ({@code clusters}, {@code relations}, {@code drift}) and the dead letters have one partition
 *       unless asked otherwise: they are few, and are read in order.
 *   <li>The observation log is kept for ever unless the file says otherwise: it is what retraining and replay read, and
 *       no other topic can rebuild it. A full disk is loud; training data that went quietly is not. The shipped files
 *       say what it costs.
 * </ul>
 */
package dev.kintsugi.spec;
