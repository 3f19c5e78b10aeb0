package dev.kintsugi.embedded.registry;

import java.util.List;

/**
 * What an id stands for: a schema as text, and what its text refers to. Equal texts share an id, whatever the subject.
 */
record SchemaText(String schema, List<SchemaReference> references) {

    SchemaText {
        references = references == null ? List.of() : List.copyOf(references);
    }

    boolean isBlank() {
        return schema == null || schema.isBlank();
    }
}
