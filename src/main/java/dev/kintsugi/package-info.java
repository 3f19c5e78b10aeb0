/**
 * Kintsugi pairs image and audio events on Kafka and restores the side that never came.
 *
 * <p>Here lives only what every package may use: {@link dev.kintsugi.Fault}. The packages below, each of which says in
 * its own {@code package-info} what it is for, depend downwards only, and each library has one home; both are checked
 * by {@code ArchitectureTest}.
 *
 * <pre>
 *   cli        the commands; the only place that wires the rest together             picocli
 *   speed      how fast the stream is, on a broker of its own
 *   embedded   a broker and a schema registry in this process                        Kafka's server, Avro's judgement
 *   web        health and metrics of a running stream, over HTTP                     the JDK's HTTP server
 *   demo       events that go wrong, sent, and an account of what became of each
 *   broker     clients of any broker: topics, sending, following                     Kafka's clients
 *   studio     what a model makes, as files and pages to look at
 *   gallery    values as pictures, charts and pages, pure                            Smile
 *   evaluate   how good a model is: measures, judges                                 Smile, Deeplearning4j
 *   learn      from a topology file and data sets to a bundle
 *   sense      pictures and sounds ⇄ rows of a model's values
 *   scenario   which events of which things arrive when, pure
 *   mvae       the model: what it is made of, bundles of it, inference, training      ND4J
 *   data       labelled pictures and sounds, from folders or made up
 *   topology   the stream: stages, processors, stores                                Kafka Streams
 *   telemetry  what is measured                                                      Micrometer
 *   pairing    which events belong together, and how long to wait, pure
 *   wire       Avro ⇄ event: serdes and the registry client                          Avro
 *   record     the classes that the build generates from schemas/
 *   spec       topology files, read into validated records, pure                     SnakeYAML
 *   codec      payload ⇄ pixels, samples and features, pure                          TarsosDSP
 *   cluster    groups of points, and which belong to which of others, pure
 *   dice       chance that is the same again from the same seed, pure
 *   event      the records of the domain, which know none of the above
 * </pre>
 *
 * <p>What is still to come lands in packages of its own: {@code drift} (pure) and {@code retrain}; clusters of the stream go to
 * {@code cluster}, and the dashboard will live in {@code web}.
 */
package dev.kintsugi;
