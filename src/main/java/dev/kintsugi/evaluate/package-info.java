/**
 * How well a model does: measures that are pure, and judges that look at what it made as a person would.
 *
 * <p>{@code evaluate.metrics} turns arrays into figures and knows nothing else. {@code evaluate.judge} trains and asks
 * the judges. Both may touch {@code data} and the codecs.
 */
package dev.kintsugi.evaluate;
