package dev.kintsugi.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The schema text with everything sorted whose order means nothing: properties, keys inside defaults, aliases; without
 * empty docs.
 *
 * <p>The order of what Avro itself defines is restored when Avro prints the text once more; only that of free
 * properties stays as it is here. A logical type comes before the others, as the genuine server has it.
 */
final class NormalForm {

    private static final List<String> FIRST = List.of("logicalType", "precision", "scale");
    private static final Set<String> NAMED_TYPES = Set.of("record", "error", "enum", "fixed");

    private NormalForm() {}

    static String of(String canonical) {
        try {
            return sorted(Json.MAPPER.readTree(canonical)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the JSON of a schema: " + canonical, e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return sortedObject(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return node;
    }

    private static ObjectNode sortedObject(ObjectNode object) {
        ObjectNode copy = Json.MAPPER.createObjectNode();
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.sort(Comparator.comparing(NormalForm::rank).thenComparing(Comparator.naturalOrder()));
        for (String name : names) {
            JsonNode value = object.get(name);
            if (!isEmptyDoc(object, name)) {
                copy.set(name, name.equals("aliases") ? sortedAliases(value) : sorted(value));
            }
        }
        return copy;
    }

    private static int rank(String name) {
        int place = FIRST.indexOf(name);
        return place < 0 ? FIRST.size() : place;
    }

    private static boolean isEmptyDoc(ObjectNode object, String name) {
        return name.equals("doc")
                && object.get(name).asText().isEmpty()
                && NAMED_TYPES.contains(object.path("type").asText());
    }

    private static JsonNode sortedAliases(JsonNode aliases) {
        if (!aliases.isArray()) {
            return aliases;
        }
        List<String> names = new ArrayList<>();
        aliases.forEach(alias -> names.add(alias.asText()));
        ArrayNode copy = Json.MAPPER.createArrayNode();
        names.stream().sorted().forEach(name -> copy.add(TextNode.valueOf(name)));
        return copy;
    }
}
