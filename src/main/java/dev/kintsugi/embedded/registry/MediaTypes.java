package dev.kintsugi.embedded.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which content types the registry takes and gives, and which of them a client wants. */
final class MediaTypes {

    static final String V1 = "application/vnd.schemaregistry.v1+json";

    /** Best first, which decides where the client leaves it open. */
    private static final List<String> GIVEN = List.of(V1, "application/vnd.schemaregistry+json", "application/json");

    private static final Set<String> TAKEN =
            Set.of(V1, "application/vnd.schemaregistry+json", "application/json", "application/octet-stream");

    private MediaTypes() {}

    static void requireTaken(String contentType) {
        if (contentType != null && !TAKEN.contains(bare(contentType))) {
            throw HttpProblem.unsupportedMediaType();
        }
    }

    static String negotiate(String accept) {
        if (accept == null || accept.isBlank()) {
            return V1;
        }
        List<Range> ranges = Stream.of(accept.split(",")).map(Range::parse).toList();
        return GIVEN.stream()
                .filter(type -> quality(ranges, type) > 0)
                .max(Comparator.comparingDouble((String type) -> quality(ranges, type))
                        .thenComparing(GIVEN::indexOf, Comparator.reverseOrder()))
                .orElseThrow(HttpProblem::notAcceptable);
    }

    /** That of the most specific range which covers the type. */
    private static double quality(List<Range> ranges, String type) {
        return ranges.stream()
                .filter(range -> range.covers(type))
                .max(Comparator.comparingInt(Range::specificity))
                .map(Range::quality)
                .orElse(0.0);
    }

    private static String bare(String type) {
        return type.split(";")[0].trim().toLowerCase(Locale.ROOT);
    }

    /** One element of an Accept header. */
    private record Range(String type, double quality) {

        static Range parse(String text) {
            double quality = Stream.of(text.split(";"))
                    .map(String::trim)
                    .filter(parameter -> parameter.startsWith("q="))
                    .map(parameter -> weight(parameter.substring(2)))
                    .findFirst()
                    .orElse(1.0);
            return new Range(bare(text), quality);
        }

        private static double weight(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw HttpProblem.badJson("Accept: q=" + text + " is no number; use 0 to 1");
            }
        }

        boolean covers(String candidate) {
            return type.equals("*/*") || type.equals("application/*") || type.equals(candidate);
        }

        int specificity() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }
}
