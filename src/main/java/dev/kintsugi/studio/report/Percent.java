package dev.kintsugi.studio.report;

import java.util.Locale;

/** Shares as people read them. */
final class Percent {
    private Percent() {}

    /** What is not quite all is not said to be all. */
    static String of(double share) {
        if (share < 1 && share >= .9995) {
            return "> 99.9 %";
        }
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
