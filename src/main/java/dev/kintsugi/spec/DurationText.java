package dev.kintsugi.spec;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as topology files write them: a whole number and one unit, {@code 500ms}, {@code 2s}, {@code 7d}. */
public final class DurationText {
    // Nine digits: even as days far below where milliseconds in a long overflow.
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    // Largest first: the order in which text() looks for a unit that leaves no rest.
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", Duration.ofDays(1));
        UNITS.put("h", Duration.ofHours(1));
        UNITS.put("m", Duration.ofMinutes(1));
        UNITS.put("s", Duration.ofSeconds(1));
        UNITS.put("ms", Duration.ofMillis(1));
    }

    private DurationText() {}

    /** The duration that the text states, or nothing when it states none. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))));
    }

    /** The shortest text that {@link #parse} reads as this duration, which is taken in whole milliseconds. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        return UNITS.entrySet().stream()
                .filter(unit -> millis % unit.getValue().toMillis() == 0)
                .map(unit -> millis / unit.getValue().toMillis() + unit.getKey())
                .findFirst()
                .orElseThrow();
    }
}
