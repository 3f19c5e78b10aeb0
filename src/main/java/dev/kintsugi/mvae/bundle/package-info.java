/**
 * Models at rest: a directory with {@code weights.safetensors} and {@code manifest.json}, or the same as bytes.
 *
 * <p>{@link dev.kintsugi.mvae.bundle.Bundle} is the model with its papers; it is read and written whole.
 *
 * <pre>
 *   id = SHA-256 ( canonical core of the manifest, newline, SHA-256 of weights.safetensors )
 *   core = format, architecture, preprocessing, provenance
 * </pre>
 *
 * <p>May touch {@code mvae}'s records, Jackson and the file system. Nothing in a bundle names code, and nothing is ever
 * instantiated by name: a bundle from a stranger can be wrong, but it cannot run.
 *
 * <p>Decisions:
 * <ul>
 *   <li>safetensors (the format of Hugging Face), read and written by our own code: a length, a JSON header and raw
 *       numbers, which every language reads. Rejected: Java serialisation and ND4J's own files, which no other language
 *       reads, and the first of which runs code.
 *   <li>Weights are kept as float16, at half the size; {@code Bundle.of} rounds them at once, so that figures are measured
 *       with what will be read back.
 *   <li>Figures, drift references and cluster tables are not in the id: they are found out after training, and records
 *       that name a model must not change their mind when more is known about it.
 *   <li>Loading checks the hash before anything else is believed, then every name, shape and number.
 *   <li>Saving writes a directory beside the old one and renames it into its place: a crash leaves the old bundle or the
 *       new one whole, never a mixture, at worst under a name beside it. Files that others laid into it, such as a model card, are taken along.
 * </ul>
 */
package dev.kintsugi.mvae.bundle;
