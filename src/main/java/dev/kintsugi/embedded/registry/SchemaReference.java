package dev.kintsugi.embedded.registry;

/**
 * The use of another subject's schema by a schema.
 *
 * @param version -1 asks for the latest; what is stored names the version that was the latest then
 */
record SchemaReference(String name, String subject, Integer version) implements Comparable<SchemaReference> {

    boolean isComplete() {
        return name != null && subject != null && version != null;
    }

    @Override
    public int compareTo(SchemaReference other) {
        int bySubject = subject.compareTo(other.subject);
        return bySubject != 0 ? bySubject : version.compareTo(other.version);
    }

    /** As the genuine server writes it in its messages. */
    @Override
    public String toString() {
        return "{name='" + name + "', subject='" + subject + "', version=" + version + "}";
    }
}
