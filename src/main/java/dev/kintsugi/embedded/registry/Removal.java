package dev.kintsugi.embedded.registry;

import java.util.ArrayList;
import java.util.List;

/** Deletes in two steps: softly, which hides, and then permanently, which forgets. */
final class Removal {

    private final Ledger ledger;
    private final SchemaStore store;

    Removal(Ledger ledger) {
        this.ledger = ledger;
        this.store = ledger.store();
    }

    /** The versions that went. */
    List<Integer> deleteSubject(String subject, boolean permanent) {
        if (!store.hasSubject(subject, LookupFilter.WITH_DELETED)) {
            throw RegistryException.subjectNotFound(subject);
        }
        if (!permanent && !store.hasSubject(subject, LookupFilter.LIVE)) {
            throw RegistryException.subjectSoftDeleted(subject);
        }
        requireWritable(subject);
        List<SubjectSchema> going = store.versions(subject, permanent ? LookupFilter.WITH_DELETED : LookupFilter.LIVE);
        for (SubjectSchema schema : going) {
            requireUnreferenced(schema);
            if (permanent && !schema.deleted()) {
                throw RegistryException.subjectNotSoftDeleted(subject);
            }
        }
        ledger.commit(permanent ? erased(going) : hidden(subject, going));
        return going.stream().map(SubjectSchema::version).toList();
    }

    private static List<Change> erased(List<SubjectSchema> going) {
        return going.stream()
                .<Change>map(schema -> new Change.SchemaErased(schema.subject(), schema.version()))
                .toList();
    }

    private List<Change> hidden(String subject, List<SubjectSchema> going) {
        int last = going.get(going.size() - 1).version();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.SubjectDeleted(subject, last));
        changes.addAll(settingsErased(subject));
        return changes;
    }

    /** A subject that comes back starts without the settings of its former life. */
    private List<Change> settingsErased(String subject) {
        Scope scope = Scope.of(subject);
        List<Change> changes = new ArrayList<>();
        store.mode(scope).ifPresent(mode -> changes.add(new Change.ModeErased(scope)));
        store.config(scope).ifPresent(config -> changes.add(new Change.ConfigErased(scope)));
        return changes;
    }

    int deleteVersion(String subject, VersionId version, boolean permanent) {
        SubjectSchema schema = store.version(subject, version, LookupFilter.WITH_DELETED)
                .orElseThrow(() -> store.hasSubject(subject, LookupFilter.WITH_DELETED)
                        ? RegistryException.versionNotFound(version)
                        : RegistryException.subjectNotFound(subject));
        if (!permanent && schema.deleted()) {
            throw RegistryException.versionSoftDeleted(subject, schema.version());
        }
        requireWritable(subject);
        requireUnreferenced(schema);
        if (permanent && !schema.deleted()) {
            throw RegistryException.versionNotSoftDeleted(subject, schema.version());
        }
        ledger.commit(permanent ? erased(List.of(schema)) : hidden(schema));
        return schema.version();
    }

    private List<Change> hidden(SubjectSchema schema) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.SchemaWritten(schema.asDeleted()));
        if (store.versions(schema.subject(), LookupFilter.LIVE).size() == 1) {
            changes.addAll(settingsErased(schema.subject()));
        }
        return changes;
    }

    private void requireUnreferenced(SubjectSchema schema) {
        if (!store.referrers(schema.subject(), schema.version()).isEmpty()) {
            throw RegistryException.referenced(schema.subject(), schema.version());
        }
    }

    private void requireWritable(String subject) {
        if (store.modeInScope(Scope.of(subject)).readOnly()) {
            throw RegistryException.notPermitted("Subject " + subject + " is in read-only mode");
        }
    }
}
