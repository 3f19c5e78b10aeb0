package dev.kintsugi.embedded.registry;

import java.util.Locale;

/** A version as a request names it: a positive number, or the latest ({@code latest} or -1). */
record VersionId(int number) {

    private static final int LATEST = -1;

    static VersionId parse(String text) {
        String trimmed = text.trim();
        if (trimmed.toLowerCase(Locale.ROOT).equals("latest")) {
            return new VersionId(LATEST);
        }
        try {
            return of(Integer.parseInt(trimmed));
        } catch (NumberFormatException e) {
            throw RegistryException.invalidVersion(text);
        }
    }

    static VersionId of(int number) {
        if (number <= 0 && number != LATEST) {
            throw RegistryException.invalidVersion(String.valueOf(number));
        }
        return new VersionId(number);
    }

    boolean isLatest() {
        return number == LATEST;
    }
}
