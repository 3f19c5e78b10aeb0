package dev.kintsugi.embedded.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which earlier versions of a subject a new one must get on with, and in which direction. */
enum CompatibilityLevel {
    NONE(false, false, false),
    /** The new schema reads what the latest wrote: upgrade consumers first. */
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    /** The latest schema reads what the new one writes: upgrade producers first. */
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    /** The genuine server's default. */
    static final CompatibilityLevel DEFAULT = BACKWARD;

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    boolean backward() {
        return backward;
    }

    boolean forward() {
        return forward;
    }

    boolean transitive() {
        return transitive;
    }

    static Optional<CompatibilityLevel> named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(level -> level.name().equals(wanted)).findFirst();
    }
}
