/**
 * Payloads into pixels and samples, and back: what the codecs of every modality have in common.
 *
 * <p>May touch the JDK alone. Below it, {@code codec.image} and {@code codec.audio} each own one kind of payload.
 *
 * <p>Decisions:
 * <ul>
 *   <li>A payload that cannot be read is a value, {@link dev.kintsugi.codec.Decoded.Bad}, not an exception: in a stream
 *       it is everyday input, which goes to the dead letters with its reason while the next event is processed.
 *       Rejected: a checked exception, because each caller would turn it into such a value at once.
 *   <li>Reasons are short kebab-case words out of a small fixed set, because they become metric tags and headers; the
 *       message beside them is for people and carries the figures.
 * </ul>
 */
package dev.kintsugi.codec;
