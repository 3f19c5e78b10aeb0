package dev.kintsugi.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.kintsugi.Fault;
import dev.kintsugi.mvae.machine.Processor;
import dev.kintsugi.speed.Alone;
import dev.kintsugi.speed.Child;
import dev.kintsugi.speed.Ground;
import dev.kintsugi.speed.Latency;
import dev.kintsugi.speed.ManyPending;
import dev.kintsugi.speed.PairingCost;
import dev.kintsugi.speed.Running;
import dev.kintsugi.speed.Throughput;
import dev.kintsugi.speed.Trial;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi bench stream}: how fast the stream is, on a broker of its own. */
@Command(
        name = "stream",
        sortOptions = false,
        description = {
            "Measures the stream on a broker of its own; both run in processes of their own.",
            "Input is made up. What is timed is what a read-committed reader sees."
        })
final class BenchStreamCommand implements Runnable {
    private static final String GUARANTEE = StreamsConfig.PROCESSING_GUARANTEE_CONFIG;
    private static final String TRANSACTIONS = StreamsConfig.EXACTLY_ONCE_V2;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    @Option(
            names = "--part",
            paramLabel = "PART",
            split = ",",
            description = "What to measure, with commas: ${COMPLETION-CANDIDATES}. Default: all but pending.")
    private List<Part> parts = List.of(Part.THROUGHPUT, Part.ALONE, Part.DEADLINE, Part.PAIR, Part.JOIN);

    @Option(names = "--model", paramLabel = "DIR", description = "The bundle that restores; else models/digits.")
    private Path model;

    @Option(names = "--partitions", split = ",", description = "Of each input topic. Default: 2 and 12.")
    private List<Integer> partitions = List.of(2, 12);

    @Option(
            names = "--instances",
            defaultValue = "2",
            description = "Threads of the stream. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--batch",
            defaultValue = "64",
            description = "restore.batch of the topology. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(names = "--linger", defaultValue = "50ms", description = "restore.linger. Default: ${DEFAULT-VALUE}.")
    private String linger;

    @Option(names = "--samples", defaultValue = "8", description = "restore.samples. Default: ${DEFAULT-VALUE}.")
    private int samples;

    @Option(names = "--runs", defaultValue = "5", description = "Runs after warming up. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--warm-up",
            defaultValue = "20000",
            description =
                    "Observations before, in three rounds; for the join, eight times as many. Default: ${DEFAULT-VALUE}.")
    private long warmUp;

    @Option(
            names = "--observations",
            defaultValue = "8000",
            description = "In each run; for the join, five times as many. Default: ${DEFAULT-VALUE}.")
    private long observations;

    @Option(
            names = "--turns",
            defaultValue = "4",
            description =
                    "Of pairing and join in new JVMs, in which they take turns run by run, after one that is not counted."
                            + " Default: ${DEFAULT-VALUE}.")
    private int turns;

    @Option(
            names = "--events",
            defaultValue = "600",
            description = "How many deadlines are timed, after as many; four times as many pairs, after twelve times as"
                    + " many. Default: ${DEFAULT-VALUE}.")
    private int events;

    @Option(
            names = "--processing",
            paramLabel = "GUARANTEE",
            split = ",",
            description = "Of deadline and pair. Default: exactly-once and at-least-once.")
    private List<String> processing = List.of(Running.EXACTLY_ONCE, Running.AT_LEAST_ONCE);

    @Option(
            names = "--pending",
            defaultValue = "1000000",
            description = "How many observations wait in that part. Default: ${DEFAULT-VALUE}.")
    private long pending;

    @Option(names = "--seed", defaultValue = "1", description = "Of what is sent. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of Kafka's for the stream.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--jvm",
            paramLabel = "OPTION",
            description =
                    "An option of the stream's JVM. Default: -Xmx2g -XX:+UseParallelGC. For throughput and join it"
                            + " has the memory of -Xmx from its start, all of it touched.")
    private List<String> jvm = List.of("-Xmx2g", "-XX:+UseParallelGC");

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            defaultValue = "target/bench",
            description = "For the logs of the processes. Default: ${DEFAULT-VALUE}.")
    private Path logs;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there, too.")
    private Optional<Path> json;

    @Spec
    private CommandSpec spec;

    /** What can be measured. */
    enum Part {
        THROUGHPUT,
        ALONE,
        DEADLINE,
        PAIR,
        JOIN,
        PENDING
    }

    @Override
    public void run() {
        require(turns > 0, "--turns is " + turns + "; use 1 or more");
        require(runs > 0, "--runs is " + runs + "; use 1 or more");
        String guarantee = settings.getOrDefault(GUARANTEE, TRANSACTIONS);
        require(
                guarantee.equals(TRANSACTIONS),
                "--set " + GUARANTEE + "=" + guarantee + ": runs are told apart by transactions; leave it out, and use"
                        + " --processing for deadline and pair");
        Map<String, Object> all = conditions();
        try (Ground ground = Ground.open(launch(), jvm)) {
            for (Part part : parts) {
                String name = part.name().toLowerCase(Locale.ROOT);
                spec.commandLine().getErr().println("measuring " + name);
                all.put(name, measured(part, ground));
                // After each part: a later one that fails costs no figures.
                write(all);
            }
        }
        spec.commandLine().getOut().println(text(all));
    }

    private void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private Object measured(Part part, Ground ground) {
        return switch (part) {
            case THROUGHPUT ->
                partitions.stream().map(count -> throughput(count, ground)).toList();
            case ALONE ->
                new Alone(ground, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, 2, seed)
                        .milliseconds(bundle(), samples);
            case DEADLINE ->
                each(how -> new Latency(ground, seed)
                        .deadline(Trial.named("deadline-" + how.processing(), bundle()), how, events, events));
            case PAIR ->
                each(how -> new Latency(ground, seed)
                        .pair(Trial.named("pair-" + how.processing(), bundle()), how, 12 * events, 4 * events));
            case JOIN -> PairingCost.on(ground, longer(), turns, bundle(), running(Running.EXACTLY_ONCE));
            case PENDING -> new ManyPending(ground, seed).of(bundle(), running(Running.EXACTLY_ONCE), pending, events);
        };
    }

    private Throughput.Figures throughput(int count, Ground ground) {
        Trial trial =
                Trial.named("throughput-" + count, bundle()).partitions(count).restore(batch, linger, samples);
        return new Throughput(ground, wanted()).of(trial, running(Running.EXACTLY_ONCE));
    }

    private Throughput.Runs wanted() {
        return new Throughput.Runs(warmUp, observations, runs, seed);
    }

    /** Without the model, observations pass ten times as fast: so many make a run of some seconds, and a warm JVM. */
    private Throughput.Runs longer() {
        return new Throughput.Runs(8 * warmUp, 5 * observations, runs, seed);
    }

    private List<Latency.Figures> each(Function<Running, Latency.Figures> measure) {
        return processing.stream().map(this::running).map(measure).toList();
    }

    private Running running(String processing) {
        Running how = Running.of(processing, threads);
        for (Map.Entry<String, String> each : settings.entrySet()) {
            how = how.set(each.getKey(), each.getValue());
        }
        return how;
    }

    private Child.Launch launch() {
        List<String> java = new ArrayList<>();
        java.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--") || option.startsWith("-Dkintsugi"))
                .forEach(java::add);
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        try {
            return new Child.Launch(java, Files.createDirectories(logs));
        } catch (IOException e) {
            throw new Fault("--logs " + logs + ": cannot be made: " + e.getMessage() + "; name another folder", e);
        }
    }

    private String bundle() {
        Path directory = model != null
                ? model
                : Path.of(System.getProperty("kintsugi.home", ".")).resolve("models/digits");
        return directory.toAbsolutePath().toString();
    }

    private Map<String, Object> conditions() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("benchmark", "stream");
        all.put("processor", Processor.here().name());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("jdk", System.getProperty("java.version"));
        all.put("load_before", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        all.put("seed", seed);
        all.put("stream_jvm", jvm);
        all.put("settings", settings);
        return all;
    }

    private void write(Map<String, Object> all) {
        if (json.isEmpty()) {
            return;
        }
        try {
            Files.writeString(json.get(), text(all) + "\n");
        } catch (IOException e) {
            throw new Fault(
                    "--json " + json.get() + ": cannot be written: " + e.getMessage() + "; name another file", e);
        }
    }

    private static String text(Map<String, Object> all) {
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
