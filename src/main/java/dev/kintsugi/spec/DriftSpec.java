package dev.kintsugi.spec;

import java.util.List;

/**
 * How drift is told.
 *
 * @param support the fewest observations of a stratum in a window that a verdict is given on
 * @param warmUp observations that make the reference, where it is not the bundle's
 * @param windowsPerFalseAlarm the expected run between two false alarms of one detector, from which its threshold
 *     follows
 */
public record DriftSpec(
        WindowSpec window,
        Strata strata,
        int support,
        Reference reference,
        int warmUp,
        int windowsPerFalseAlarm,
        List<Detector> detectors) {
    private static final List<Detector> USUAL =
            List.of(Detector.KS, Detector.PSI, Detector.G_TEST, Detector.MMD, Detector.PAGE_HINKLEY);

    public DriftSpec {
        detectors = List.copyOf(detectors);
    }

    static DriftSpec from(Section section) {
        DriftSpec spec = new DriftSpec(
                section.section("window", window -> WindowSpec.from(window, 500)),
                section.get("strata", Form.oneOf(Strata.class), Strata.OBSERVED),
                section.get("support", Form.whole(2, 1_000_000), 50),
                section.get("reference", Form.oneOf(Reference.class), Reference.BUNDLE),
                section.get("warm-up", Form.whole(2, 1_000_000), 2000),
                section.get("windows-per-false-alarm", Form.whole(2, 1_000_000), 1000),
                section.list("detectors", Form.oneOf(Detector.class), USUAL));
        if (section.sound()) {
            spec.judge(section);
        }
        return spec;
    }

    private void judge(Section section) {
        if (support > window.count()) {
            section.refuse(
                    "support",
                    "is \"" + support + "\", more than window.count, \"" + window.count() + "\"",
                    "use " + window.count() + " or less, or no window will ever be judged");
        }
        if (warmUp < support) {
            section.refuse(
                    "warm-up",
                    "is \"" + warmUp + "\", less than support, \"" + support + "\"",
                    "use " + support + " or more");
        }
    }
}
