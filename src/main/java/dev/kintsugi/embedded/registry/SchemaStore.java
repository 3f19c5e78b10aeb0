package dev.kintsugi.embedded.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything registered, in memory: what the {@link Change}s so far add up to.
 *
 * <p>Subjects and versions are the only index; everything else is found by looking through them, since a demo has
 * dozens of schemas and a lookup by id is cached by every client.
 */
final class SchemaStore {

    private final NavigableMap<String, NavigableMap<Integer, SubjectSchema>> subjects = new TreeMap<>();
    private final Map<Scope, Config> configs = new HashMap<>();
    private final Map<Scope, Mode> modes = new HashMap<>();

    /**
     * Of all ids in the log, those of erased schemas included, as the genuine server counts. What compaction has
     * dropped nobody counts: the highest id, once erased, may be given out again by a later start.
     */
    private int highestId;

    synchronized void apply(Change change) {
        if (change instanceof Change.SchemaWritten written) {
            put(written.schema());
        } else if (change instanceof Change.SchemaErased erased) {
            remove(erased.subject(), erased.version());
        } else if (change instanceof Change.SubjectDeleted deleted) {
            markDeleted(deleted);
        } else if (change instanceof Change.DeletedCleared cleared) {
            clearDeleted(cleared.scope());
        } else if (change instanceof Change.ConfigWritten written) {
            configs.put(written.scope(), written.config());
        } else if (change instanceof Change.ConfigErased erased) {
            configs.remove(erased.scope());
        } else if (change instanceof Change.ModeWritten written) {
            modes.put(written.scope(), written.mode());
        } else if (change instanceof Change.ModeErased erased) {
            modes.remove(erased.scope());
        }
    }

    private void put(SubjectSchema schema) {
        subjects.computeIfAbsent(schema.subject(), subject -> new TreeMap<>()).put(schema.version(), schema);
        highestId = Math.max(highestId, schema.id());
    }

    private void remove(String subject, int version) {
        subjects.computeIfPresent(subject, (name, versions) -> {
            versions.remove(version);
            return versions.isEmpty() ? null : versions;
        });
    }

    private void markDeleted(Change.SubjectDeleted deleted) {
        versions(deleted.subject(), LookupFilter.LIVE).stream()
                .filter(schema -> schema.version() <= deleted.upToVersion())
                .forEach(schema -> put(schema.asDeleted()));
    }

    private void clearDeleted(Scope scope) {
        find(schema -> schema.deleted() && scope.covers(schema.subject()))
                .forEach(schema -> remove(schema.subject(), schema.version()));
    }

    /** In order of subject and version. A copy: the store may change while it is looked through. */
    synchronized Stream<SubjectSchema> find(Predicate<SubjectSchema> condition) {
        return subjects.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .filter(condition)
                .toList()
                .stream();
    }

    /** Oldest first. */
    synchronized List<SubjectSchema> versions(String subject, LookupFilter filter) {
        return subjects.getOrDefault(subject, new TreeMap<>()).values().stream()
                .filter(schema -> filter.admits(schema.deleted()))
                .toList();
    }

    /** The latest is the latest that is not deleted, whatever the filter says. */
    Optional<SubjectSchema> version(String subject, VersionId version, LookupFilter filter) {
        if (version.isLatest()) {
            List<SubjectSchema> live = versions(subject, LookupFilter.LIVE);
            return live.isEmpty() ? Optional.empty() : Optional.of(live.get(live.size() - 1));
        }
        return versions(subject, filter).stream()
                .filter(schema -> schema.version() == version.number())
                .findFirst();
    }

    boolean hasSubject(String subject, LookupFilter filter) {
        return !versions(subject, filter).isEmpty();
    }

    Optional<SubjectSchema> byId(int id) {
        return find(schema -> schema.id() == id).findFirst();
    }

    Optional<Integer> idOf(SchemaText text) {
        return find(schema -> schema.text().equals(text)).map(SubjectSchema::id).findFirst();
    }

    /** The ids of the live schemas that refer to a version. */
    List<Integer> referrers(String subject, int version) {
        return find(schema -> !schema.deleted() && schema.refersTo(subject, version))
                .map(SubjectSchema::id)
                .distinct()
                .sorted()
                .toList();
    }

    synchronized int highestId() {
        return highestId;
    }

    synchronized Optional<Config> config(Scope scope) {
        return Optional.ofNullable(configs.get(scope));
    }

    /** What applies to the subject: its own config, where that is silent the global one, then the default. */
    synchronized Config configInScope(Scope scope) {
        return config(scope).map(own -> own.over(globalConfig())).orElseGet(this::globalConfig);
    }

    private Config globalConfig() {
        return config(Scope.GLOBAL).map(global -> global.over(Config.DEFAULT)).orElse(Config.DEFAULT);
    }

    synchronized Optional<Mode> mode(Scope scope) {
        return globalMode() == Mode.READONLY_OVERRIDE
                ? Optional.of(Mode.READONLY_OVERRIDE)
                : Optional.ofNullable(modes.get(scope));
    }

    synchronized Mode modeInScope(Scope scope) {
        return mode(scope).orElseGet(this::globalMode);
    }

    private Mode globalMode() {
        return modes.getOrDefault(Scope.GLOBAL, Mode.DEFAULT);
    }
}
