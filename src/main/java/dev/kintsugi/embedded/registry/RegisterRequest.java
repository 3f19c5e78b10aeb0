package dev.kintsugi.embedded.registry;

import java.util.List;

/** The body of a registration, a lookup and a compatibility check. An id or version is for imports only. */
record RegisterRequest(
        String schema, String schemaType, List<SchemaReference> references, Integer version, Integer id) {

    SchemaText text() {
        return new SchemaText(schema, references);
    }

    boolean hasId() {
        return id != null && id >= 0;
    }

    boolean hasVersion() {
        return version != null && version > 0;
    }

    /** Whether the schema, which is registered already, has the id and version that the request insists on, if any. */
    boolean asksForNoMoreThan(SubjectSchema registered) {
        boolean sameId = id != null && id == registered.id();
        return hasVersion() ? sameId && version == registered.version() : sameId || !hasId();
    }

    String typeName() {
        return schemaType == null ? Registration.AVRO : schemaType;
    }

    /** How the genuine server quotes a request in its messages. */
    String quoted(String subject) {
        return "{subject=" + subject + ",version=" + (version == null ? 0 : version) + ",id=" + (id == null ? -1 : id)
                + ",schemaType=" + typeName() + ",references=" + text().references()
                + ",metadata=null,ruleSet=null,schema="
                + schema + "}";
    }
}
