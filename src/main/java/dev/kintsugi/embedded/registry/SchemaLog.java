package dev.kintsugi.embedded.registry;

/** Where changes are kept, in the order in which they came. */
interface SchemaLog {

    /** Returns when the change is safe. If this throws, it may be in the log or not. */
    void append(Change change);
}
