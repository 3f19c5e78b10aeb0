package dev.kintsugi.studio;

/**
 * What a model takes something for.
 *
 * @param number of the class, or of the prior's component where the model has no labels
 */
public record Reading(int number, String label, double probability) {}
