package dev.kintsugi.mvae.bundle;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kintsugi.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One place in a JSON file, read as what it must be; if it is not, the message tells the file and the place.
 *
 * @param path from the root, such as {@code architecture.shared}; empty at the root
 */
record Field(String where, String path, JsonNode node) {

    Field at(String key) {
        JsonNode child = node.path(key);
        return new Field(where, path.isEmpty() ? key : path + "." + key, child);
    }

    boolean has(String key) {
        return node.has(key);
    }

    String text(String key) {
        Field field = at(key);
        if (!field.node.isTextual()) {
            throw field.fault(field.found(), "text");
        }
        return field.node.textValue();
    }

    int whole(String key) {
        return at(key).whole();
    }

    /** This place as a number of 0 to 2^31 - 1. */
    int whole() {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw fault(found(), "a whole number of 0 or more");
        }
        return node.intValue();
    }

    long number(String key) {
        Field field = at(key);
        if (!field.node.isIntegralNumber() || !field.node.canConvertToLong()) {
            throw field.fault(field.found(), "a whole number");
        }
        return field.node.longValue();
    }

    List<Field> list(String key) {
        Field field = at(key);
        if (!field.node.isArray()) {
            throw field.fault(field.found(), "a list");
        }
        List<Field> items = new ArrayList<>();
        for (JsonNode item : field.node) {
            items.add(new Field(where, field.path + "[" + items.size() + "]", item));
        }
        return items;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Field item : list(key)) {
            if (!item.node.isTextual()) {
                throw item.fault(item.found(), "text");
            }
            texts.add(item.node.textValue());
        }
        return texts;
    }

    /** A mapping to anything that JSON can hold; empty if the key is absent. */
    Map<String, Object> map(String key) {
        Field field = at(key);
        if (field.node.isMissingNode()) {
            return Map.of();
        }
        if (!field.node.isObject()) {
            throw field.fault(field.found(), "a mapping");
        }
        return Json.MAPPER.convertValue(field.node, new TypeReference<Map<String, Object>>() {});
    }

    Fault fault(String found, String expected) {
        return new Fault(where + ": " + path + " is " + found + ", where " + expected + " is needed; " + Bundle.REMEDY);
    }

    private String found() {
        return node.isMissingNode() ? "missing" : node.toString();
    }
}
