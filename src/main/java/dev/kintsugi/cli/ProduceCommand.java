package dev.kintsugi.cli;

import dev.kintsugi.broker.DrawnThings;
import dev.kintsugi.broker.Pace;
import dev.kintsugi.broker.Production;
import dev.kintsugi.broker.Sender;
import dev.kintsugi.broker.Tally;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.data.Split;
import dev.kintsugi.scenario.Scenario;
import dev.kintsugi.spec.TopologySpec;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi produce}: sends events to a topology's input topics, drawn from a data set or given by hand. */
@Command(
        name = "produce",
        sortOptions = false,
        description = {
            "Sends events to a topology's input topics.",
            "Examples of one label under one key, drawn from a data set, and spoilt on the way as asked; or, with --key,"
                    + " the files of one key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi produce --count 1000 --missing audio=0.3 --missing image=0.2 --late 0.05",
            "  kintsugi produce --dataset ~/data --split train --rate 50 --count 100000 --seed 7",
            "  kintsugi produce --key lonely --image seven.png",
            "  kintsugi produce --key pair --image seven.png --audio seven.wav --label 7"
        })
final class ProduceCommand implements Runnable {
    private static final List<String> SCENARIO_OPTIONS = List.of(
            "--dataset",
            "--split",
            "--count",
            "--rate",
            "--missing",
            "--late",
            "--duplicates",
            "--out-of-order",
            "--seed",
            "--start");

    @Mixin
    private TopologyOption topology;

    @Option(
            names = "--dataset",
            paramLabel = "synthetic|DIR",
            defaultValue = Datasets.SYNTHETIC,
            description =
                    "Where the examples come from: digits made up on the spot, or a folder of real data; repeat it"
                            + " for data in several folders. Default: ${DEFAULT-VALUE}.")
    private List<String> dataset;

    @Option(
            names = "--split",
            defaultValue = "test",
            description = "Which part of the data: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Split split;

    @Mixin
    private ScenarioOptions scenario;

    @ArgGroup(heading = "%nOne by hand:%n", exclusive = false)
    private HandOptions hand;

    @Mixin
    private ConnectionOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        TopologySpec what = topology.topology();
        if (hand != null) {
            sendByHand(what);
        } else {
            sendScenario(what);
        }
    }

    private void sendByHand(TopologySpec what) {
        refuseScenario();
        var events = hand.events(what, spec.commandLine(), Clock.systemUTC());
        try (Sender sender = new Sender(options.connection(), what)) {
            events.forEach((modality, event) -> sender.send(hand.key(), modality, event));
            sender.flush();
        }
        spec.commandLine().getErr().println("sent " + String.join(" and ", events.keySet()) + " of " + hand.key());
    }

    private void refuseScenario() {
        SCENARIO_OPTIONS.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .findFirst()
                .ifPresent(option -> {
                    throw new ParameterException(spec.commandLine(), option + " and --key exclude each other");
                });
    }

    private void sendScenario(TopologySpec what) {
        scenario.check(what, spec.commandLine());
        long seed = scenario.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
        var things = new DrawnThings(what, Datasets.open(dataset, seed), split, seed);
        Clock clock = Clock.systemUTC();
        Pace pace = scenario.pace(clock);
        PrintWriter err = spec.commandLine().getErr();
        ProgressBar bar = ProgressBar.on(err, "things", scenario.count());
        try (Interruption interruption = new Interruption();
                Sender sender = new Sender(options.connection(), what)) {
            interruption.calls(pace::stop);
            var plan = new Scenario(scenario.settings(what, clock.instant(), seed), things);
            long started = System.nanoTime();
            Tally tally = new Production(plan, sender, pace).run(soFar -> bar.show(soFar.things()));
            bar.erase();
            ProduceSummary.print(tally, what, seed, (System.nanoTime() - started) / 1e9, err);
        }
    }
}
