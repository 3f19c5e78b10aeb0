package dev.kintsugi.pairing;

import dev.kintsugi.event.Guess;
import java.util.Optional;

/** What the model said of one missing side: all of a restoration but its payload. */
public record Told(String modality, Optional<Guess> guess, float confidence, String modelId) {}
