package dev.kintsugi.cli;

import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.evaluate.judge.Accuracy;
import dev.kintsugi.evaluate.judge.Judge;
import dev.kintsugi.evaluate.judge.JudgeMeasurement;
import dev.kintsugi.evaluate.judge.JudgeTraining;
import dev.kintsugi.evaluate.judge.Subject;
import dev.kintsugi.evaluate.metrics.Interval;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi judges}: the classifiers that tell whether a restored digit is the right one. */
@Command(
        name = "judges",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Trains and measures the judges, who tell whether a restored digit is the right one.",
            "They are classifiers that share nothing with the models that restore."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi judges train --data ~/data --out models/judges --seed 7",
            "  kintsugi judges measure --data ~/data"
        })
final class JudgesCommand implements Runnable {
    private static final long UNSEEN = 97;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing a command: train or measure");
    }

    @Command(
            name = "train",
            sortOptions = false,
            description = "Trains judges and writes them; takes some minutes for each.")
    void train(
            @Option(
                            names = "--data",
                            required = true,
                            paramLabel = "DIR",
                            defaultValue = "${env:KINTSUGI_DATA}",
                            description = "The folder of real data: mnist, kannada and fsdd. Default: KINTSUGI_DATA.")
                    String data,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where judges are written to.")
                    Path out,
            @Option(
                            names = "--only",
                            paramLabel = "NAME",
                            description = "Train this judge alone: mnist, kannada or fsdd; may be repeated.")
                    List<String> only,
            @Option(
                            names = "--seed",
                            paramLabel = "S",
                            defaultValue = "7",
                            description = "What chance and made-up examples come from. Default: ${DEFAULT-VALUE}.")
                    long seed,
            @Option(
                            names = "--passes",
                            paramLabel = "N",
                            description = "How often all examples are gone through. Default: what each judge needs.")
                    Integer passes,
            @Option(
                            names = "--keep-back",
                            description = "Leave out a twelfth of the training part and measure on that rather than on"
                                    + " the test part: to try settings out.")
                    boolean keepBack) {
        if (passes != null && passes < 1) {
            throw new ParameterException(spec.commandLine(), "--passes is " + passes + "; use 1 or more");
        }
        Dataset real = Datasets.open(data, seed);
        for (Subject<?> subject : chosen(only)) {
            train(subject, real, new Plan(out, seed, passes == null ? subject.passes() : passes, keepBack));
        }
    }

    @Command(
            name = "measure",
            sortOptions = false,
            description = "Prints how well judges read real test data and digits made up afresh.")
    void measure(
            @Option(
                            names = "--data",
                            required = true,
                            paramLabel = "DIR",
                            defaultValue = "${env:KINTSUGI_DATA}",
                            description = "The folder of real data: mnist, kannada and fsdd. Default: KINTSUGI_DATA.")
                    String data,
            @Option(
                            names = "--judges",
                            paramLabel = "DIR",
                            defaultValue = "models/judges",
                            description = "Where the judges are. Default: ${DEFAULT-VALUE}.")
                    Path judges,
            @Option(names = "--only", paramLabel = "NAME", description = "Measure this judge alone; may be repeated.")
                    List<String> only,
            @Option(
                            names = "--seed",
                            paramLabel = "S",
                            defaultValue = "" + UNSEEN,
                            description = "What the made-up examples come from. Default: ${DEFAULT-VALUE}.")
                    long seed) {
        Dataset real = Datasets.open(data, seed);
        chosen(only).forEach(subject -> measure(subject, judges, real, seed));
    }

    private record Plan(Path out, long seed, int passes, boolean keepBack) {
        String command(String name) {
            return "kintsugi judges train --data DIR --out " + out.getFileName() + " --only " + name + " --seed " + seed
                    + " --passes " + passes + (keepBack ? " --keep-back" : "");
        }
    }

    private <T> void train(Subject<T> subject, Dataset real, Plan plan) {
        PrintWriter err = spec.commandLine().getErr();
        long started = System.nanoTime();
        ProgressBar[] bar = new ProgressBar[1];
        Judge<T> judge = JudgeTraining.of(subject, plan.seed(), plan.passes(), plan.keepBack())
                .train(real, plan.command(subject.name()), (done, total) -> {
                    if (bar[0] == null) {
                        bar[0] = ProgressBar.on(err, subject.name() + " batches", total);
                    }
                    bar[0].show(done);
                });
        bar[0].erase();
        err.printf("%s: trained in %.0f s%n", subject.name(), (System.nanoTime() - started) / 1e9);
        Judge<T> measured = new JudgeMeasurement<>(subject, UNSEEN, plan.keepBack()).of(judge, real);
        measured.save(plan.out().resolve(subject.name()));
        print(measured);
    }

    private <T> void measure(Subject<T> subject, Path judges, Dataset real, long seed) {
        print(new JudgeMeasurement<>(subject, seed, false).of(subject.judge(judges), real));
    }

    private void print(Judge<?> judge) {
        PrintWriter out = spec.commandLine().getOut();
        for (Accuracy each : judge.card().accuracy()) {
            Interval interval = Interval.wilson(each.right(), each.of());
            out.printf(
                    "%-60s %.4f  (%.4f to %.4f)  %,d of %,d%n",
                    each.on(), each.share(), interval.low(), interval.high(), each.right(), each.of());
        }
    }

    private List<Subject<?>> chosen(List<String> names) {
        if (names == null) {
            return Subject.ALL;
        }
        return names.stream().<Subject<?>>map(this::named).toList();
    }

    private Subject<?> named(String name) {
        return Subject.ALL.stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--only is \"" + name + "\"; use one of "
                                + String.join(
                                        ", ",
                                        Subject.ALL.stream().map(Subject::name).toList())));
    }
}
