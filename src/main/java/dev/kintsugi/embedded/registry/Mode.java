package dev.kintsugi.embedded.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be written. */
enum Mode {
    READWRITE,
    READONLY,
    /** Read-only for every subject, even one that has a mode of its own. */
    READONLY_OVERRIDE,
    /** Schemas come with their ids and versions, from another registry, and are not checked for compatibility. */
    IMPORT;

    static final Mode DEFAULT = READWRITE;

    boolean readOnly() {
        return this == READONLY || this == READONLY_OVERRIDE;
    }

    static Optional<Mode> named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(mode -> mode.name().equals(wanted)).findFirst();
    }
}
