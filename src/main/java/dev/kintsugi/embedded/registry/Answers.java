package dev.kintsugi.embedded.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bodies of requests and answers, their fields in the genuine server's order and left out when it leaves them out.
 */
final class Answers {

    private Answers() {}

    record Id(int id) {}

    /** One version of a subject. That it is Avro goes without saying: the type is left out. */
    record Version(String subject, int version, int id, List<SchemaReference> references, String schema) {

        static Version of(SubjectSchema schema) {
            return new Version(
                    schema.subject(),
                    schema.version(),
                    schema.id(),
                    orNull(schema.text().references()),
                    schema.text().schema());
        }
    }

    record Schema(String schema, List<SchemaReference> references, Integer maxId) {

        static Schema of(SchemaText text, Integer maxId) {
            return new Schema(text.schema(), orNull(text.references()), maxId);
        }
    }

    record SubjectVersion(String subject, int version) {}

    record Compatible(@JsonProperty("is_compatible") boolean isCompatible, List<String> messages) {}

    record ConfigUpdate(Boolean normalize, String compatibility) {

        Config config() {
            return new Config(
                    Optional.ofNullable(compatibility)
                            .map(name -> CompatibilityLevel.named(name)
                                    .orElseThrow(RegistryException::invalidCompatibilityLevel)),
                    Optional.ofNullable(normalize));
        }
    }

    record ConfigState(Boolean normalize, String compatibilityLevel) {

        static ConfigState of(Config config) {
            return new ConfigState(
                    config.normalize().orElse(null),
                    config.compatibility().map(Enum::name).orElse(null));
        }
    }

    record ModeState(String mode) {

        Mode parsed() {
            if (mode == null) {
                throw RegistryException.invalidMode();
            }
            return Mode.named(mode).orElseThrow(RegistryException::invalidMode);
        }
    }

    record Problem(@JsonProperty("error_code") int errorCode, String message) {}

    record ServerVersion(String version, String commitId) {}

    static Map<String, Object> clusterId(String kafkaCluster) {
        Map<String, String> clusters =
                new TreeMap<>(Map.of("kafka-cluster", kafkaCluster, "schema-registry-cluster", "schema-registry"));
        return Map.of("scope", new Scoped(List.of(), clusters));
    }

    private record Scoped(List<String> path, Map<String, String> clusters) {}

    private static <T> List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
