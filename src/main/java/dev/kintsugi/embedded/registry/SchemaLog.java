package dev.kintsugi.embedded.registry;

import java.util.List;

/** Where changes are kept. */
interface SchemaLog {

    /** Returns when the changes are safe, in this order; none of them counts if this throws. */
    void append(List<Change> changes);
}
