package dev.kintsugi.embedded.registry;

/** One thing that happened to the registry: one record of its topic. All state is what these add up to. */
sealed interface Change {

    /** A version came, or an existing one was marked as deleted. */
    record SchemaWritten(SubjectSchema schema) implements Change {}

    record SchemaErased(String subject, int version) implements Change {}

    /** All versions up to this one were marked as deleted. */
    record SubjectDeleted(String subject, int upToVersion) implements Change {}

    /** What was only marked as deleted went for good: only the genuine server puts it like this. */
    record DeletedCleared(Scope scope) implements Change {}

    record ConfigWritten(Scope scope, Config config) implements Change {}

    record ConfigErased(Scope scope) implements Change {}

    record ModeWritten(Scope scope, Mode mode) implements Change {}

    record ModeErased(Scope scope) implements Change {}
}
