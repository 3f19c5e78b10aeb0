/**
 * Kintsugi pairs image and audio events on Kafka and restores the side that never came.
 *
 * <p>Here lives only what every package may use: {@link dev.kintsugi.Fault}. The packages below, each of which says in
 * its own {@code package-info} what it is for, depend downwards only, and each library has one home; both are checked by
 * {@code ArchitectureTest}.
 *
 * <pre>
 *   cli        the commands; the only place that wires the rest together             picocli
 *   embedded   a broker and a schema registry in this process                        Kafka's server, Avro's judgement
 *   broker     clients of any broker: topics, sending, following                     Kafka's clients
 *   evaluate   measures, and the judges of what a model made                         Smile, Deeplearning4j
 *   scenario   which events of which things arrive when, pure
 *   data       labelled pictures and sounds, from folders or made up
 *   wire       Avro ⇄ event: serdes and the registry client                          Avro
 *   record     the classes that the build generates from schemas/
 *   spec       topology files, read into validated records, pure                     SnakeYAML
 *   codec      payload ⇄ pixels and samples, pure                                    TarsosDSP
 *   event      the records of the domain, which know none of the above
 * </pre>
 *
 * <p>What is still to come lands in packages of its own: {@code pairing}, {@code cluster} and {@code drift} (pure),
 * {@code mvae} (ND4J's home), {@code topology} (Kafka Streams' home), {@code retrain}, {@code web} and {@code telemetry}.
 */
package dev.kintsugi;
