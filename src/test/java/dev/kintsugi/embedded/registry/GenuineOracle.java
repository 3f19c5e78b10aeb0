package dev.kintsugi.embedded.registry;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;

/** What Confluent's own code, which its server and its client share, says about schemas. */
final class GenuineOracle {

    private GenuineOracle() {}

    static String canonical(String text) {
        return parse(text, 1).canonicalString();
    }

    static String normalized(String text) {
        return parse(text, 1).normalize().canonicalString();
    }

    /** {@code history} is oldest first, its versions 1, 2, … */
    static List<String> violations(String candidate, List<String> history, CompatibilityLevel level) {
        List<ParsedSchemaHolder> previous = IntStream.rangeClosed(1, history.size())
                .<ParsedSchemaHolder>mapToObj(
                        version -> new SimpleParsedSchemaHolder(parse(history.get(version - 1), version)))
                .toList();
        return parse(candidate, 1).isCompatible(genuine(level), previous);
    }

    private static org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.CompatibilityLevel
            genuine(CompatibilityLevel level) {
        return org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.CompatibilityLevel
                .valueOf(level.name());
    }

    private static org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema
            parse(String text, int version) {
        return new org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema(
                        text)
                .copy(version);
    }
}
