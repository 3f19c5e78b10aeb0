/**
 * How well a model does.
 *
 * <p>{@code evaluate.metrics} turns arrays into figures and knows nothing else. The judges of {@code evaluate.judge} look
 * at what a model made as a person would.
 */
package dev.kintsugi.evaluate;
