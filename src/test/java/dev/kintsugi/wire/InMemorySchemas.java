package dev.kintsugi.wire;

import dev.kintsugi.wire.UndecodableException.Reason;
import java.util.ArrayList;
import java.util.List;

/** Schemas without a registry; counts how often it was asked. */
public final class InMemorySchemas implements Schemas {
    private final List<String> schemas = new ArrayList<>();
    private int questions;

    @Override
    public synchronized int idOf(String subject, String schema) {
        questions++;
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public synchronized String byId(int id) {
        questions++;
        if (id < 1 || id > schemas.size()) {
            throw new UndecodableException(Reason.UNKNOWN_SCHEMA, "no schema of id " + id);
        }
        return schemas.get(id - 1);
    }

    public synchronized int questions() {
        return questions;
    }
}
