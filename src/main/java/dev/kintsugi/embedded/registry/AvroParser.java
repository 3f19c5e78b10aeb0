package dev.kintsugi.embedded.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Turns text into Avro schemas, with the schemas it refers to looked up in the store.
 *
 * <p>The canonical text is what Avro prints of what it parsed, with referenced types by name. It keeps docs, defaults
 * and properties, unlike Avro's own «parsing canonical form», since a registry must give back what it was given.
 */
final class AvroParser {

    private final SchemaStore store;

    AvroParser(SchemaStore store) {
        this.store = store;
    }

    AvroSchema parse(SchemaText text) {
        return parse(text, false);
    }

    /** The form in which schemas are equal that differ only in the order of properties and aliases. */
    AvroSchema normalize(AvroSchema parsed) {
        List<SchemaReference> references =
                parsed.text().references().stream().sorted().distinct().toList();
        return parse(new SchemaText(NormalForm.of(parsed.text().schema()), references));
    }

    /** @param validateDefaults whether a default of the wrong type is an error, which Avro's readers would trip over */
    AvroSchema parse(SchemaText text, boolean validateDefaults) {
        List<SchemaReference> references =
                text.references().stream().map(this::atItsVersion).toList();
        Schema.Parser parser = new Schema.Parser();
        List<Schema> known = new ArrayList<>();
        resolve(references, parser.setValidateDefaults(false), new HashSet<>(), known);
        Schema schema = parse(parser.setValidateDefaults(validateDefaults), text.schema());
        return new AvroSchema(schema, new SchemaText(printed(schema, known), references));
    }

    private static Schema parse(Schema.Parser parser, String text) {
        try {
            return parser.parse(text);
        } catch (NullPointerException e) {
            // what Avro 1.12.2 makes of a text that is nothing but a name it does not know
            throw new AvroRuntimeException("Undefined name: " + text, e);
        }
    }

    /** Avro's newer formatters cannot leave out what is known. */
    @SuppressWarnings("deprecation")
    private static String printed(Schema schema, List<Schema> known) {
        return schema.toString(known, false);
    }

    private SchemaReference atItsVersion(SchemaReference reference) {
        if (!reference.isComplete()) {
            throw new AvroRuntimeException("Invalid reference: " + reference);
        }
        return new SchemaReference(
                reference.name(), reference.subject(), target(reference).version());
    }

    /** Depth first: what a schema refers to must be known before it. */
    private void resolve(List<SchemaReference> references, Schema.Parser parser, Set<String> seen, List<Schema> known) {
        for (SchemaReference reference : references) {
            if (seen.add(reference.name())) {
                SchemaText text = target(reference).text();
                resolve(text.references(), parser, seen, known);
                known.add(parser.parse(text.schema()));
            }
        }
    }

    private SubjectSchema target(SchemaReference reference) {
        return store.version(reference.subject(), VersionId.of(reference.version()), LookupFilter.WITH_DELETED)
                .orElseThrow(() -> new AvroRuntimeException("No schema reference found for subject \""
                        + reference.subject() + "\" and version " + reference.version()));
    }
}
