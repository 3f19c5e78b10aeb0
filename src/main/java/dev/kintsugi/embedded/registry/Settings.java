package dev.kintsugi.embedded.registry;

import java.util.ArrayList;
import java.util.List;

/** Configs and modes, of subjects and global. */
final class Settings {

    private final Ledger ledger;
    private final SchemaStore store;

    Settings(Ledger ledger) {
        this.ledger = ledger;
        this.store = ledger.store();
    }

    Config config(Scope scope, boolean defaultToGlobal) {
        if (scope.equals(Scope.GLOBAL) || defaultToGlobal) {
            return store.configInScope(scope);
        }
        return store.config(scope).orElseThrow(() -> RegistryException.noSubjectConfig(scope.name()));
    }

    /** What the update does not mention stays as it was. */
    void updateConfig(Scope scope, Config update) {
        requireWritable(scope);
        Config merged = store.config(scope).map(update::over).orElse(update);
        ledger.commit(List.of(new Change.ConfigWritten(scope, merged)));
    }

    /** The config that was. */
    Config deleteConfig(Scope scope) {
        Config former = scope.equals(Scope.GLOBAL)
                ? store.configInScope(scope)
                : store.config(scope).orElseThrow(() -> RegistryException.subjectNotFound(scope.name()));
        requireWritable(scope);
        ledger.commit(List.of(new Change.ConfigErased(scope)));
        return former;
    }

    Mode mode(Scope scope, boolean defaultToGlobal) {
        if (scope.equals(Scope.GLOBAL) || defaultToGlobal) {
            return store.modeInScope(scope);
        }
        return store.mode(scope).orElseThrow(() -> RegistryException.noSubjectMode(scope.name()));
    }

    /** @param force import even over schemas that are there */
    void setMode(Scope scope, Mode mode, boolean force) {
        List<Change> changes = new ArrayList<>();
        if (mode == Mode.IMPORT && store.modeInScope(scope) != Mode.IMPORT && !force) {
            if (hasLiveSchemas(scope)) {
                throw RegistryException.notPermitted("Cannot import since found existing subjects");
            }
            changes.addAll(deletedErased(scope));
        }
        changes.add(new Change.ModeWritten(scope, mode));
        ledger.commit(changes);
    }

    /**
     * Version by version, rather than by the genuine server's one record for the scope: after that, versions count from
     * 1 again, and when their subject is deleted once more, compaction drops the record that had deleted the old ones.
     */
    private List<Change> deletedErased(Scope scope) {
        return store.find(schema -> schema.deleted() && scope.covers(schema.subject()))
                .<Change>map(schema -> new Change.SchemaErased(schema.subject(), schema.version()))
                .toList();
    }

    private boolean hasLiveSchemas(Scope scope) {
        return store.find(schema -> !schema.deleted()).anyMatch(schema -> scope.covers(schema.subject()));
    }

    /** The mode that was. */
    Mode deleteMode(Scope scope) {
        Mode former = store.mode(scope).orElseThrow(() -> RegistryException.subjectNotFound(scope.name()));
        ledger.commit(List.of(new Change.ModeErased(scope)));
        return former;
    }

    private void requireWritable(Scope scope) {
        if (store.modeInScope(scope).readOnly()) {
            throw RegistryException.notPermitted("Subject " + scope.name() + " is in read-only mode");
        }
    }
}
