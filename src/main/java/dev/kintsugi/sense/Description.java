package dev.kintsugi.sense;

import dev.kintsugi.Fault;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a manifest says of one part's preprocessing, read with errors that name the entry. */
record Description(String part, Map<?, ?> entries) {

    static Description of(String part, Object found) {
        if (found instanceof Map<?, ?> entries) {
            return new Description(part, entries);
        }
        throw fault(part, found, "an object");
    }

    int whole(String key) {
        if (entries.get(key) instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw fault(part + "." + key, entries.get(key), "a whole number");
    }

    double decimal(String key) {
        if (entries.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw fault(part + "." + key, entries.get(key), "a number");
    }

    String text(String key) {
        if (entries.get(key) instanceof String text) {
            return text;
        }
        throw fault(part + "." + key, entries.get(key), "a text");
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> lower(each).equals(entries.get(key)))
                .findFirst()
                .orElseThrow(() -> fault(
                        part + "." + key,
                        entries.get(key),
                        Arrays.stream(type.getEnumConstants())
                                .map(Description::lower)
                                .collect(Collectors.joining(" or "))));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Fault fault(String entry, Object found, String expected) {
        return new Fault("manifest.json: preprocessing." + entry + " is " + found + " where " + expected
                + " is expected; restore the bundle from where it came, or train it anew");
    }
}
