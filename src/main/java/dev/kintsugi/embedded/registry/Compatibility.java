package dev.kintsugi.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * Whether a schema gets on with earlier ones, judged by Avro and told in the genuine server's words.
 *
 * <p>Of several earlier versions the latest is compared first, and the first that clashes ends the search.
 */
final class Compatibility {

    /** Longer schemas are cut in messages. */
    private static final int LONGEST_QUOTE = 10 * 1024;

    private Compatibility() {}

    /** An earlier version of the subject. */
    record Previous(int version, AvroSchema schema) {}

    /** What stands in the way; nothing if the schema fits. {@code history} is oldest first. */
    static List<String> violations(AvroSchema candidate, List<Previous> history, CompatibilityLevel level) {
        int compared = level.transitive() ? history.size() : Math.min(1, history.size());
        for (int back = 1; back <= compared; back++) {
            List<String> found = violations(candidate, history.get(history.size() - back), level);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<String> violations(AvroSchema candidate, Previous previous, CompatibilityLevel level) {
        List<String> found = new ArrayList<>();
        Schema earlier = previous.schema().schema();
        if (level.forward()) {
            List<String> forward = differences(earlier, candidate.schema(), "old", "new");
            found.addAll(forward);
            // with FULL the quote of the earlier schema follows the backward differences only
            if (!forward.isEmpty() && !level.backward()) {
                found.addAll(quote(previous));
            }
        }
        if (level.backward()) {
            List<String> backward = differences(candidate.schema(), earlier, "new", "old");
            found.addAll(backward);
            if (!backward.isEmpty()) {
                found.addAll(quote(previous));
            }
        }
        return found;
    }

    private static List<String> quote(Previous previous) {
        String text = previous.schema().text().schema();
        String quoted = text.length() <= LONGEST_QUOTE
                ? "{oldSchema: '" + text + "'}"
                : "{oldSchema: <truncated> '" + text.substring(0, LONGEST_QUOTE) + "...'}";
        return List.of("{oldSchemaVersion: " + previous.version() + "}", quoted);
    }

    private static List<String> differences(Schema reader, Schema writer, String readerName, String writerName) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(difference -> describe(difference, readerName, writerName))
                .toList();
    }

    private static String describe(Incompatibility difference, String reader, String writer) {
        String path = difference.getLocation();
        String detail = difference.getMessage();
        String description = switch (difference.getType()) {
            case FIXED_SIZE_MISMATCH ->
                "The size of FIXED type field at path '" + path + "' in the " + reader
                        + " schema does not match with the " + writer + " schema";
            case TYPE_MISMATCH ->
                "The type (path '" + path + "') of a field in the " + reader + " schema does not match with the "
                        + writer + " schema";
            case NAME_MISMATCH -> "The name of the schema has changed (path '" + path + "')";
            case MISSING_ENUM_SYMBOLS ->
                "The " + reader + " schema is missing enum symbols '" + detail + "' at path '" + path + "' in the "
                        + writer + " schema";
            case MISSING_UNION_BRANCH ->
                "The " + reader
                        + " schema is missing a type inside a union field at path '" + path + "' in the " + writer
                        + " schema";
            case READER_FIELD_MISSING_DEFAULT_VALUE ->
                "The field '" + detail + "' at path '" + path
                        + "' in the " + reader + " schema has no default value and is missing in the " + writer
                        + " schema";
        };
        return "{errorType:'" + difference.getType() + "', description:'" + description + "', additionalInfo:'" + detail
                + "'}";
    }
}
