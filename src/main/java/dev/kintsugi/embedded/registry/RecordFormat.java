package dev.kintsugi.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Changes as records of the topic {@code _schemas}, in the genuine server's JSON, so that either can read what the
 * other wrote. Keys are such that compaction keeps the state: a version, a scope's config and mode.
 */
final class RecordFormat {

    private RecordFormat() {}

    /** A record's bytes; no value erases what the key names. */
    record KeyValue(byte[] key, byte[] value) {}

    static KeyValue write(Change change) {
        if (change instanceof Change.SchemaWritten written) {
            SubjectSchema schema = written.schema();
            return record(schemaKey(schema.subject(), schema.version()), StoredSchema.of(schema));
        }
        if (change instanceof Change.SchemaErased erased) {
            return record(schemaKey(erased.subject(), erased.version()), null);
        }
        if (change instanceof Change.SubjectDeleted deleted) {
            ObjectNode value = object().put("subject", deleted.subject()).put("version", deleted.upToVersion());
            return record(scopeKey("DELETE_SUBJECT", Scope.of(deleted.subject())), value);
        }
        if (change instanceof Change.DeletedCleared cleared) {
            return record(scopeKey("CLEAR_SUBJECT", cleared.scope()), subjectOf(cleared.scope()));
        }
        if (change instanceof Change.ConfigWritten written) {
            return record(scopeKey("CONFIG", written.scope()), config(written));
        }
        if (change instanceof Change.ConfigErased erased) {
            return record(scopeKey("CONFIG", erased.scope()), null);
        }
        if (change instanceof Change.ModeWritten written) {
            ObjectNode value =
                    subjectOf(written.scope()).put("mode", written.mode().name());
            return record(scopeKey("MODE", written.scope()), value);
        }
        Change.ModeErased erased = (Change.ModeErased) change;
        return record(scopeKey("MODE", erased.scope()), null);
    }

    /** Nothing for a record that changes no state of ours: a no-op, a context, a key type still to come. */
    static Optional<Change> read(byte[] key, byte[] value) {
        try {
            JsonNode keyNode = Json.MAPPER.readTree(key);
            JsonNode valueNode = value == null ? null : Json.MAPPER.readTree(value);
            return read(keyNode, valueNode);
        } catch (IOException e) {
            throw new UncheckedIOException("key " + new String(key, StandardCharsets.UTF_8), e);
        }
    }

    private static Optional<Change> read(JsonNode key, JsonNode value) throws JsonProcessingException {
        Scope scope = Scope.ofNullable(key.path("subject").textValue());
        Change change = switch (key.path("keytype").asText()) {
            case "SCHEMA" -> schema(key, value);
            case "DELETE_SUBJECT" ->
                value == null
                        ? null
                        : new Change.SubjectDeleted(
                                value.path("subject").asText(),
                                value.path("version").asInt());
            case "CLEAR_SUBJECT" -> value == null ? null : new Change.DeletedCleared(scope);
            case "CONFIG" ->
                value == null ? new Change.ConfigErased(scope) : new Change.ConfigWritten(scope, config(value));
            case "MODE" ->
                value == null
                        ? new Change.ModeErased(scope)
                        : new Change.ModeWritten(
                                scope, Mode.named(value.path("mode").asText()).orElse(Mode.DEFAULT));
            default -> null;
        };
        return Optional.ofNullable(change);
    }

    private static Change schema(JsonNode key, JsonNode value) throws JsonProcessingException {
        return value == null
                ? new Change.SchemaErased(
                        key.path("subject").asText(), key.path("version").asInt())
                : new Change.SchemaWritten(
                        Json.MAPPER.treeToValue(value, StoredSchema.class).restored());
    }

    private static ObjectNode config(Change.ConfigWritten written) {
        ObjectNode value = subjectOf(written.scope());
        written.config().normalize().ifPresent(normalize -> value.put("normalize", normalize));
        written.config().compatibility().ifPresent(level -> value.put("compatibilityLevel", level.name()));
        return value;
    }

    private static Config config(JsonNode value) {
        return new Config(
                CompatibilityLevel.named(value.path("compatibilityLevel").asText()),
                Optional.ofNullable(value.get("normalize"))
                        .filter(JsonNode::isBoolean)
                        .map(JsonNode::asBoolean));
    }

    private static ObjectNode schemaKey(String subject, int version) {
        return object().put("keytype", "SCHEMA")
                .put("subject", subject)
                .put("version", version)
                .put("magic", 1);
    }

    private static ObjectNode scopeKey(String type, Scope scope) {
        return object().put("keytype", type)
                .put("subject", scope.subject().orElse(null))
                .put("magic", 0);
    }

    private static ObjectNode subjectOf(Scope scope) {
        ObjectNode value = object();
        scope.subject().ifPresent(subject -> value.put("subject", subject));
        return value;
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }

    private static KeyValue record(ObjectNode key, Object value) {
        try {
            return new KeyValue(
                    Json.MAPPER.writeValueAsBytes(key), value == null ? null : Json.MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a version's record. */
    private record StoredSchema(
            String subject, int version, int id, List<SchemaReference> references, String schema, boolean deleted) {

        static StoredSchema of(SubjectSchema schema) {
            List<SchemaReference> references = schema.text().references();
            return new StoredSchema(
                    schema.subject(),
                    schema.version(),
                    schema.id(),
                    references.isEmpty() ? null : references,
                    schema.text().schema(),
                    schema.deleted());
        }

        SubjectSchema restored() {
            return new SubjectSchema(subject, version, id, new SchemaText(schema, references), deleted);
        }
    }
}
