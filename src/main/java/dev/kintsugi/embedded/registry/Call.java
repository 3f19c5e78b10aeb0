package dev.kintsugi.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One request, once its route is known. */
record Call(Map<String, String> path, Map<String, List<String>> query, byte[] body) {

    private static final String DEFAULT_CONTEXT = ":.:";

    /** Subjects may be written with the context that all of ours are in. */
    String subject() {
        String subject = path.get("subject");
        return subject.startsWith(DEFAULT_CONTEXT) ? subject.substring(DEFAULT_CONTEXT.length()) : subject;
    }

    Scope scope() {
        return path.containsKey("subject") && !subject().isEmpty() ? Scope.of(subject()) : Scope.GLOBAL;
    }

    VersionId version() {
        return VersionId.parse(path.get("version"));
    }

    /** A path that has no number where one belongs leads nowhere, as on the genuine server. */
    int id() {
        return number(path.get("id"));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name, ""));
    }

    int number(String name, int otherwise) {
        String text = text(name, "");
        return text.isEmpty() ? otherwise : number(text);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw HttpProblem.notFound();
        }
    }

    String text(String name, String otherwise) {
        return query.getOrDefault(name, List.of(otherwise)).get(0);
    }

    LookupFilter filter() {
        return LookupFilter.of(flag("deleted"), flag("deletedOnly"));
    }

    /** The subject prefix, of which the wildcard for all contexts is no part. */
    String prefix() {
        String prefix = text("subjectPrefix", "");
        for (String context : List.of(":*:", DEFAULT_CONTEXT)) {
            if (prefix.startsWith(context)) {
                return prefix.substring(context.length());
            }
        }
        return prefix;
    }

    <T> List<T> page(List<T> all) {
        int limit = number("limit", -1);
        return all.stream()
                .skip(Math.max(0, number("offset", 0)))
                .limit(limit > 0 ? limit : Integer.MAX_VALUE)
                .toList();
    }

    <T> T body(Class<T> type) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node == null || node.isMissingNode() || node.isNull()) {
                throw HttpProblem.missingBody();
            }
            return Json.MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw HttpProblem.badJson(e.getOriginalMessage());
        } catch (IOException e) {
            throw HttpProblem.badJson(e.getMessage());
        }
    }
}
