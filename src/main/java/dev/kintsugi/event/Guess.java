package dev.kintsugi.event;

/** The class that the model holds most probable, and its probability. */
public record Guess(String label, float probability) {}
