package dev.kintsugi.embedded.registry;

import java.util.Locale;

/** A version as a request names it: a positive number, or the latest ({@code latest} or -1). */
record VersionId(int number) {

    private static final int LATEST_NUMBER = -1;
    static final VersionId LATEST = new VersionId(LATEST_NUMBER);

    static VersionId parse(String text) {
        String trimmed = text.trim();
        if (trimmed.toLowerCase(Locale.ROOT).equals("latest")) {
            return LATEST;
        }
        try {
            return of(Integer.parseInt(trimmed));
        } catch (NumberFormatException e) {
            throw RegistryException.invalidVersion(text);
        }
    }

    static VersionId of(int number) {
        if (number <= 0 && number != LATEST_NUMBER) {
            throw RegistryException.invalidVersion(String.valueOf(number));
        }
        return new VersionId(number);
    }

    boolean isLatest() {
        return number == LATEST_NUMBER;
    }
}
