package dev.kintsugi.embedded.registry;

import java.util.Optional;

/** Where a config or a mode applies: to one subject, or to all that have none of their own. */
record Scope(Optional<String> subject) {

    static final Scope GLOBAL = new Scope(Optional.empty());

    static Scope of(String subject) {
        return new Scope(Optional.of(subject));
    }

    static Scope ofNullable(String subject) {
        return new Scope(Optional.ofNullable(subject));
    }

    boolean covers(String other) {
        return subject.isEmpty() || subject.get().equals(other);
    }

    /** The genuine server's messages say «null» where no subject is meant. */
    String name() {
        return subject.orElse("null");
    }
}
