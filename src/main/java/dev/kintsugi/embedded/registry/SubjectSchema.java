package dev.kintsugi.embedded.registry;

/** One version of one subject. Soft deletion only marks it: data written with its id must stay readable. */
record SubjectSchema(String subject, int version, int id, SchemaText text, boolean deleted) {

    SubjectSchema asDeleted() {
        return new SubjectSchema(subject, version, id, text, true);
    }

    boolean refersTo(String otherSubject, int otherVersion) {
        return text.references().stream()
                .anyMatch(reference -> reference.subject().equals(otherSubject) && reference.version() == otherVersion);
    }
}
