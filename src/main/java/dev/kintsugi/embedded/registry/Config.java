package dev.kintsugi.embedded.registry;

import java.util.Optional;

/** How a subject, or every subject without its own, is treated. What is empty is left to the wider scope. */
record Config(Optional<CompatibilityLevel> compatibility, Optional<Boolean> normalize) {

    static final Config DEFAULT = of(CompatibilityLevel.DEFAULT);

    static Config of(CompatibilityLevel level) {
        return new Config(Optional.of(level), Optional.empty());
    }

    /** This config where it says something, the other where it does not. */
    Config over(Config other) {
        return new Config(compatibility.or(other::compatibility), normalize.or(other::normalize));
    }

    CompatibilityLevel level() {
        return compatibility.orElse(CompatibilityLevel.DEFAULT);
    }

    boolean normalizes() {
        return normalize.orElse(false);
    }
}
