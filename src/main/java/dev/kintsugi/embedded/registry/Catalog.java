package dev.kintsugi.embedded.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is registered, as clients ask for it: listings, and single schemas or the reason why there is none. */
final class Catalog {

    private final SchemaStore store;

    Catalog(SchemaStore store) {
        this.store = store;
    }

    /** With {@link LookupFilter#ONLY_DELETED}, the subjects of which nothing is left. */
    List<String> subjects(String prefix, LookupFilter filter) {
        Map<String, Boolean> deleted = new LinkedHashMap<>();
        store.find(schema -> schema.subject().startsWith(prefix))
                .forEach(schema -> deleted.merge(schema.subject(), schema.deleted(), Boolean::logicalAnd));
        return deleted.entrySet().stream()
                .filter(subject -> filter.admits(subject.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<SubjectSchema> schemas(String prefix, LookupFilter filter, boolean latestOnly) {
        List<SubjectSchema> all = store.find(
                        schema -> schema.subject().startsWith(prefix) && filter.admits(schema.deleted()))
                .toList();
        if (!latestOnly) {
            return all;
        }
        Map<String, SubjectSchema> latest = new LinkedHashMap<>();
        all.forEach(schema -> latest.put(schema.subject(), schema));
        return new ArrayList<>(latest.values());
    }

    List<Integer> versions(String subject, LookupFilter filter) {
        LookupFilter existing = filter == LookupFilter.LIVE ? filter : LookupFilter.WITH_DELETED;
        if (!store.hasSubject(subject, existing)) {
            throw RegistryException.subjectNotFound(subject);
        }
        return store.versions(subject, filter).stream()
                .map(SubjectSchema::version)
                .toList();
    }

    SubjectSchema version(String subject, VersionId version, LookupFilter filter) {
        return store.version(subject, version, filter)
                .orElseThrow(() -> store.hasSubject(subject, filter)
                        ? RegistryException.versionNotFound(version)
                        : RegistryException.subjectNotFound(subject));
    }

    Optional<SubjectSchema> latest(String subject) {
        return store.version(subject, VersionId.LATEST, LookupFilter.LIVE);
    }

    /** Why a schema that was looked for under a subject is not there. */
    RegistryException absence(String subject, LookupFilter filter) {
        return store.hasSubject(subject, filter)
                ? RegistryException.schemaNotFound()
                : RegistryException.subjectNotFound(subject);
    }

    /** The ids of the schemas that refer to this version, which may itself be deleted. */
    List<Integer> referencedBy(String subject, VersionId version) {
        SubjectSchema target = version(subject, version, LookupFilter.WITH_DELETED);
        return store.referrers(subject, target.version());
    }

    SubjectSchema byId(int id) {
        return store.byId(id).orElseThrow(() -> RegistryException.schemaNotFound(id));
    }

    /** Every version of every subject that has this id; none, if all are deleted and the filter hides them. */
    List<SubjectSchema> usesOf(int id, LookupFilter filter) {
        if (store.byId(id).isEmpty()) {
            throw RegistryException.schemaNotFound();
        }
        return store.find(schema -> schema.id() == id && filter.admits(schema.deleted()))
                .toList();
    }

    int highestId() {
        return store.highestId();
    }
}
