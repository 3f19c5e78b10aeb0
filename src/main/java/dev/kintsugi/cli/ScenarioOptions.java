package dev.kintsugi.cli;

import dev.kintsugi.broker.Pace;
import dev.kintsugi.scenario.Mishaps;
import dev.kintsugi.scenario.ScenarioSettings;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What {@code produce} sends, and what goes wrong on the way. */
final class ScenarioOptions {
    private static final Duration SPACING_AT_FULL_SPEED = Duration.ofMillis(10);
    private static final long MOST = 1_000_000_000;
    private static final double SLOWEST = 0.001;
    private static final double FASTEST = 1e6;
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many things, each with a key of its own. Default: ${DEFAULT-VALUE}.")
    private long count;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description =
                    "How many things a second, in real time. Without it all is sent at full speed, with event times"
                            + " 10 ms apart that end now.")
    private Double rate;

    @Option(
            names = "--missing",
            paramLabel = "MODALITY=SHARE",
            description = "The share of a modality's events that never come, such as audio=0.3; one side of each thing"
                    + " always does.")
    private Map<String, Double> missing = new LinkedHashMap<>();

    @Option(names = "--late", paramLabel = "SHARE", description = "The share of events that miss their deadline.")
    private double late;

    @Option(names = "--duplicates", paramLabel = "SHARE", description = "The share of events that are sent twice.")
    private double duplicates;

    @Option(
            names = "--out-of-order",
            paramLabel = "SHARE",
            description = "The share of events that others overtake, within the window.")
    private double outOfOrder;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed sends the same things under the same keys. Default: a new one each time.")
    private Long seed;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description =
                    "The event time of the first thing, such as 2026-01-31T12:00:00Z; not with --rate. With it and"
                            + " --seed the same events are sent again, time for time.")
    private Instant start;

    long count() {
        return count;
    }

    OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    Pace pace(Clock clock) {
        return rate == null ? Pace.unlimited() : Pace.realTime(clock);
    }

    /** Whatever the options say that cannot be, before anything is opened. */
    void check(TopologySpec topology, CommandLine command) {
        require(count > 0 && count <= MOST, command, "--count is " + count + "; use 1 to " + MOST);
        require(
                rate == null || rate >= SLOWEST && rate <= FASTEST,
                command,
                "--rate is " + rate + "; use " + SLOWEST + " to " + FASTEST);
        require(
                start == null || !start.isBefore(Instant.EPOCH) && start.isBefore(LATEST),
                command,
                "--start is " + start + "; use a time from 1970 to 2999");
        require(rate == null || start == null, command, "--rate and --start exclude each other: real time begins now");
        requireShare(late, "--late", command);
        requireShare(duplicates, "--duplicates", command);
        requireShare(outOfOrder, "--out-of-order", command);
        missing.forEach((modality, share) -> {
            requireShare(share, "--missing " + modality, command);
            require(
                    topology.modality(modality).isPresent(),
                    command,
                    "--missing names \"" + modality + "\"; " + topology.name() + " has "
                            + topology.modalities().stream()
                                    .map(ModalitySpec::name)
                                    .collect(Collectors.joining(", ")));
        });
    }

    ScenarioSettings settings(TopologySpec topology, Instant now, long seed) {
        Duration spacing = rate == null ? SPACING_AT_FULL_SPEED : Duration.ofNanos(Math.round(1e9 / rate));
        return new ScenarioSettings(
                "s" + seed,
                count,
                firstEventTime(now, spacing),
                spacing,
                topology.pairing().window(),
                topology.pairing().grace(),
                topology.sensed().stream().map(SensedModality::name).collect(Collectors.toSet()),
                new Mishaps(missing, late, duplicates, outOfOrder),
                seed);
    }

    private Instant firstEventTime(Instant now, Duration spacing) {
        if (start != null) {
            return start;
        }
        return rate == null ? now.minus(spacing.multipliedBy(count)) : now;
    }

    private static void requireShare(double share, String option, CommandLine command) {
        require(share >= 0 && share <= 1, command, option + " is " + share + "; use a share from 0 to 1");
    }

    private static void require(boolean fine, CommandLine command, String otherwise) {
        if (!fine) {
            throw new ParameterException(command, otherwise);
        }
    }
}
