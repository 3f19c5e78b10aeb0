package dev.kintsugi.embedded.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method and a path, such as {@code GET /subjects/{subject}/versions}, and what answers it.
 *
 * @param answer gives a string to be sent as it is, or anything else to be sent as JSON
 */
record Route(String method, List<String> template, Function<Call, Object> answer) {

    static Route of(String method, String path, Function<Call, Object> answer) {
        return new Route(method, PercentEncoded.segments(path), answer);
    }

    /** The values of the path's parameters; nothing if the path is another. */
    Optional<Map<String, String>> match(List<String> segments) {
        if (segments.size() != template.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = template.get(i);
            String actual = segments.get(i);
            if (expected.startsWith("{") && !actual.isEmpty()) {
                parameters.put(expected.substring(1, expected.length() - 1), actual);
            } else if (!expected.equals(actual)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
