package dev.kintsugi.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.kintsugi.Fault;
import dev.kintsugi.learn.Recipe;
import dev.kintsugi.mvae.bench.ModelBenchmark;
import dev.kintsugi.mvae.machine.GemmPeak;
import dev.kintsugi.mvae.machine.Processor;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.TopologySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi bench}: how fast this machine trains a topology's model, and asks it. */
@Command(
        name = "bench",
        sortOptions = false,
        description =
                "Measures how fast this machine trains a model, or asks one. Rows are made up; speed does not depend on"
                        + " them.",
        subcommands = {
            BenchCommand.Train.class,
            BenchCommand.Infer.class,
            BenchStreamCommand.class,
            OuterJoinCommand.class
        })
final class BenchCommand implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing what to measure: train, infer or stream");
    }

    /** Which model, how often, and where the figures go. */
    static final class Options {
        @Mixin
        private TopologyOption topology;

        @Option(names = "--runs", defaultValue = "5", description = "Runs after warming up. Default: ${DEFAULT-VALUE}.")
        private int runs;

        @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there, too.")
        private Optional<Path> json;

        @Spec
        private CommandSpec spec;

        /** Before anything is measured: with half of the processor, shares of its peak say nothing. */
        void advise() {
            Processor.here()
                    .advice(System.getenv())
                    .ifPresent(spec.commandLine().getErr()::println);
        }

        Recipe recipe() {
            TopologySpec what = topology.topology();
            var wishes =
                    new Recipe.Wishes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1, 0, 1);
            return Recipe.of(what, Senses.of(what), wishes);
        }

        void tell(String what, List<Map<String, Object>> figures) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("benchmark", what);
            all.put("processor", Processor.here().name());
            all.put("jdk", System.getProperty("java.version"));
            all.put("openblas_coretype", System.getenv(Processor.CORE));
            all.put("seed", 1);
            all.put("runs", runs);
            all.put("sgemm_gigaflops", GemmPeak.measure().gigaflops());
            all.put("figures", figures);
            try {
                String text = JSON.writeValueAsString(all);
                spec.commandLine().getOut().println(text);
                if (json.isPresent()) {
                    Files.writeString(json.get(), text + "\n");
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new Fault(
                        "--json " + json.get() + ": cannot be written: " + e.getMessage() + "; name another file", e);
            }
        }
    }

    /** {@code kintsugi bench train}. */
    @Command(name = "train", description = "Measures training with the full objective, on one thread.")
    static final class Train implements Runnable {
        @Mixin
        private Options options;

        @Override
        public void run() {
            options.advise();
            Recipe recipe = options.recipe();
            ModelBenchmark benchmark = new ModelBenchmark(recipe.architecture(), System::nanoTime);
            ModelBenchmark.Speed speed = benchmark.training(recipe.settings(), options.runs);
            options.tell("train", List.of(described(speed, recipe.settings().batch())));
        }
    }

    /** {@code kintsugi bench infer}. */
    @Command(
            name = "infer",
            description =
                    "Measures encoding, fusing and decoding all sides, on one thread, in batches of 1, 8, 32 and 128.")
    static final class Infer implements Runnable {
        private static final List<Integer> BATCHES = List.of(1, 8, 32, 128);

        @Mixin
        private Options options;

        @Override
        public void run() {
            options.advise();
            ModelBenchmark benchmark = new ModelBenchmark(options.recipe().architecture(), System::nanoTime);
            List<Map<String, Object>> figures = new ArrayList<>();
            for (int batch : BATCHES) {
                figures.add(described(benchmark.inference(batch, options.runs), batch));
            }
            options.tell("infer", figures);
        }
    }

    private static Map<String, Object> described(ModelBenchmark.Speed speed, int batch) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("batch", batch);
        described.put("milliseconds_median", speed.median() * 1e3);
        described.put("milliseconds_least", speed.least() * 1e3);
        described.put("milliseconds_most", speed.most() * 1e3);
        described.put("examples_per_second", batch / speed.median());
        described.put("share_of_sgemm_peak", speed.operations() / speed.median() / speed.peak());
        described.put("kernel", speed.kernel());
        return described;
    }
}
