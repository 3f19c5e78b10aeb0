package dev.kintsugi.wire;

import dev.kintsugi.Fault;
import dev.kintsugi.wire.UndecodableException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * The genuine Confluent registry client behind {@link Schemas}: the one class that knows it.
 *
 * <p>It takes the client's own properties as they stand in a client's configuration: several URLs in
 * {@code schema.registry.url}, {@code basic.auth.credentials.source} and {@code basic.auth.user.info},
 * {@code bearer.auth.credentials.source} and {@code bearer.auth.token}, {@code schema.registry.ssl.*},
 * {@code auto.register.schemas} and the rest. Schemas cross as strings, since the client carries an Avro of its own.
 */
public final class ConfluentSchemas implements Schemas {
    public static final String URL = "schema.registry.url";

    private static final String AUTO_REGISTER = "auto.register.schemas";
    private static final String MISSING_ID_TTL = "missing.id.cache.ttl.sec";
    private static final String MISSING_CACHE_SIZE = "missing.cache.size";

    // The client casts these rather than parse them, so that a properties file could not set them.
    private static final Map<String, Function<String, Number>> NUMBERS = Map.of(
            MISSING_ID_TTL,
            Long::valueOf,
            "missing.version.cache.ttl.sec",
            Long::valueOf,
            "missing.schema.cache.ttl.sec",
            Long::valueOf,
            MISSING_CACHE_SIZE,
            Integer::valueOf,
            "bearer.auth.cache.expiry.buffer.seconds",
            Short::valueOf);

    private static final int CACHED_SCHEMAS = 1000;
    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final RestService requests;
    private final SchemaRegistryClient client;
    private final String urls;
    private final boolean register;
    private final Map<Integer, String> foreignSchemas = new ConcurrentHashMap<>();

    public ConfluentSchemas(Map<String, ?> properties) {
        this.urls = String.valueOf(properties.get(URL));
        this.register = Boolean.parseBoolean(String.valueOf(orElse(properties, AUTO_REGISTER, "true")));
        Map<String, Object> all = withDefaults(properties);
        try {
            this.requests = new RestService(addresses(urls));
            this.client = new CachedSchemaRegistryClient(requests, CACHED_SCHEMAS, all);
        } catch (Fault e) {
            throw e;
        } catch (RuntimeException e) {
            // the client has its own copies of Kafka's exceptions, and throws some that are nothing but runtime
            // exceptions
            throw new Fault(
                    "no client can be made for the registry at " + urls + ": " + rootCause(e)
                            + "; mend the registry's properties in --config",
                    e);
        }
    }

    private static List<String> addresses(String urls) {
        List<String> all = new ArrayList<>();
        for (String url : urls.split(",")) {
            if (!url.strip().matches("https?://[^/\\s].*")) {
                throw new Fault("the registry's address is \"" + url + "\"; use a URL such as http://localhost:8081");
            }
            all.add(url.strip());
        }
        return all;
    }

    private static String rootCause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    /** A flood of records with one unknown id is to cost one request a minute, not one each. */
    private static Map<String, Object> withDefaults(Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(Map.of(MISSING_ID_TTL, 60L, MISSING_CACHE_SIZE, 1000));
        properties.forEach((key, value) -> all.put(key, NUMBERS.containsKey(key) ? number(key, value) : value));
        return all;
    }

    private static Number number(String key, Object value) {
        try {
            return NUMBERS.get(key).apply(value.toString());
        } catch (NumberFormatException e) {
            throw new Fault("the property " + key + " is \"" + value + "\"; use a whole number", e);
        }
    }

    private static Object orElse(Map<String, ?> properties, String key, Object value) {
        return properties.containsKey(key) ? properties.get(key) : value;
    }

    @Override
    public int idOf(String subject, String schema) {
        try {
            ParsedSchema parsed = new AvroSchema(schema);
            return register ? client.register(subject, parsed) : client.getId(subject, parsed);
        } catch (RestClientException e) {
            throw new RegistryException(refusal(subject, e), e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public String byId(int id) {
        if (foreignSchemas.containsKey(id)) {
            throw foreign(id, null);
        }
        try {
            return client.getSchemaById(id).rawSchema().toString();
        } catch (RestClientException e) {
            throw noSchema(id, e);
        } catch (IOException e) {
            rememberForeign(id);
            throw foreign(id, e);
        }
    }

    /** Only the registry's own word counts: a 404 of any other server says that the address is wrong. */
    private RuntimeException noSchema(int id, RestClientException e) {
        return e.getErrorCode() == SCHEMA_NOT_FOUND
                ? new UndecodableException(
                        Reason.UNKNOWN_SCHEMA, "the registry at " + urls + " knows no schema of id " + id, e)
                : new RegistryException(
                        "the registry at " + urls + " refused schema id " + id + ": " + reason(e)
                                + "; check its address and your rights",
                        e);
    }

    /**
     * The client tells a schema that it cannot parse (JSON Schema, Protobuf, broken Avro) as it tells a broken connection.
     * Where the registry answers when asked again, it was the schema; what an id stands for never changes.
     */
    private void rememberForeign(int id) {
        try {
            String type = requests.getId(id).getSchemaType();
            foreignSchemas.put(id, type == null || type.equals("AVRO") ? "broken Avro" : type + " instead of Avro");
        } catch (RestClientException e) {
            throw noSchema(id, e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private UndecodableException foreign(int id, Throwable cause) {
        return new UndecodableException(
                Reason.UNKNOWN_SCHEMA,
                "the schema of id " + id + " at " + urls + " is " + foreignSchemas.get(id),
                cause);
    }

    /** Holds the subject to reading all that was ever written under it, which the registry then enforces. */
    public void requireBackwardTransitive(String subject) {
        try {
            client.updateCompatibility(subject, "BACKWARD_TRANSITIVE");
        } catch (RestClientException e) {
            throw new RegistryException(
                    "the registry at " + urls + " did not set the compatibility of " + subject + ": " + reason(e), e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private String refusal(String subject, RestClientException e) {
        if (e.getStatus() == CONFLICT) {
            return "the registry at " + urls + " refuses the schema for " + subject
                    + ", since it would not read what is there already: " + reason(e)
                    + "; make the change compatible, or use another topic";
        }
        if (!register && e.getStatus() == NOT_FOUND) {
            return "the registry at " + urls + " does not know this version's schema under " + subject
                    + "; register it, or leave out " + AUTO_REGISTER + "=false";
        }
        return "the registry at " + urls + " refuses the schema for " + subject + ": " + reason(e);
    }

    private RegistryException unreachable(IOException e) {
        return new RegistryException(
                "no schema registry answers at " + urls + " (" + reason(e)
                        + "); start one with 'kintsugi broker', or name yours with --registry",
                e);
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
