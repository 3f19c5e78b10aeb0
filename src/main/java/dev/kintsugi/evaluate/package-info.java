/**
 * How well a model does.
 *
 * <p>{@code evaluate.metrics} turns arrays into figures and knows nothing else. The judges, who look at what a model made
 * as a person would, come beside it in {@code evaluate.judge}.
 */
package dev.kintsugi.evaluate;
