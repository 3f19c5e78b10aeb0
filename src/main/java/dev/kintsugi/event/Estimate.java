package dev.kintsugi.event;

import java.util.Optional;

/** What a model said of one missing side: all of a restoration but its payload. */
public record Estimate(String modality, Optional<Guess> guess, float confidence, String modelId) {}
