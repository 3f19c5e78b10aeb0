/**
 * Kintsugi pairs image and audio events on Kafka and restores the side that never came.
 *
 * <p>Here lives only what every package may use: {@link dev.kintsugi.Fault}. The packages below, each of which says in
 * its own {@code package-info} what it is for, depend downwards only (checked by {@code ArchitectureTest}):
 *
 * <pre>
 *   cli                                  the commands; the only place that wires the rest together
 *   embedded   broker                    a broker and registry in process; clients of any broker
 *   data       wire                      examples from folders or made up; Avro ⇄ event
 *   spec       codec.image  codec.audio  topology files; payload ⇄ pixels and samples
 *   event                                the records of the domain, which know none of the above
 * </pre>
 */
package dev.kintsugi;
