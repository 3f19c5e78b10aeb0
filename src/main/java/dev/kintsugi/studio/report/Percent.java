package dev.kintsugi.studio.report;

import java.util.Locale;

/** Shares as people read them. */
final class Percent {
    private Percent() {}

    static String of(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
