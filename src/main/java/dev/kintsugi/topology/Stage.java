package dev.kintsugi.topology;

import dev.kintsugi.Fault;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of the stream that can be run. */
public enum Stage {
    /** Events into observations. */
    PAIR,
    /** Observations into restorations and latents; runs where pairing does, without a topic in between. */
    RESTORE,
    CLUSTERS,
    DRIFT;

    private static final Set<Stage> BUILT = EnumSet.of(PAIR, RESTORE);

    /**
     * The stages of a list such as {@code pair,restore}.
     *
     * @throws Fault for one that is unknown, not built yet, or cannot run without another
     */
    public static Set<Stage> parse(List<String> names) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        names.forEach(name -> stages.add(parse(name.strip())));
        if (!stages.contains(PAIR)) {
            throw new Fault("--stages is \"" + String.join(",", names)
                    + "\", without pair; restore takes its observations from pair directly: use pair or pair,restore");
        }
        return stages;
    }

    private static Stage parse(String name) {
        Stage stage = Arrays.stream(values())
                .filter(each -> each.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault("--stages names \"" + name + "\"; use " + built()));
        if (!BUILT.contains(stage)) {
            throw new Fault("--stages names " + name + ", which this version does not have yet; use " + built());
        }
        return stage;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String built() {
        return BUILT.stream().map(Stage::text).collect(Collectors.joining(" and "));
    }
}
