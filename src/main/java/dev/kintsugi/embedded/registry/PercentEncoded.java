package dev.kintsugi.embedded.registry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a URL, decoded only after they were taken apart: a subject may contain an encoded slash. */
final class PercentEncoded {

    private PercentEncoded() {}

    /** Of {@code /a/b%2Fc/}: {@code a} and {@code b/c}. An empty segment in the middle stays, and matches no route. */
    static List<String> segments(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        String trimmed = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        if (trimmed.isEmpty()) {
            return List.of();
        }
        // in a path a plus is a plus; only in a query is it a space
        return Arrays.stream(trimmed.split("/", -1))
                .map(segment -> decoded(segment.replace("+", "%2B")))
                .toList();
    }

    static Map<String, List<String>> query(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters
                    .computeIfAbsent(decoded(name), ignored -> new ArrayList<>())
                    .add(decoded(value));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.notFound();
        }
    }
}
