package dev.kintsugi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Trust;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Training, measuring and timing a model, as a user asks for it. */
class ModelCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void trainsABundleAndMeasuresIt() throws Exception {
        Path bundle = directory.resolve("bundle");
        Path figures = directory.resolve("figures.json");

        assertThat(run("train --data synthetic --passes 2 --observations 128 --seed 3 --judges "
                        + directory.resolve("none") + " --out " + bundle))
                .as(err.toString())
                .isZero();
        assertThat(run("evaluate --validation --data synthetic --pairs 20 --samples 1 --judges "
                        + directory.resolve("none") + " --model " + bundle + " --json " + figures))
                .as(err.toString())
                .isZero();

        JsonNode json = new ObjectMapper().readTree(figures.toFile());
        assertThat(json.path("model").asText()).isEqualTo(Bundle.load(bundle).id());
        assertThat(json.path("split").asText()).isEqualTo("validation");
        assertThat(json.path("accuracy.fused").asDouble(-1)).isBetween(0., 1.);
        assertThat(json.path("intervals").path("accuracy.fused")).hasSize(2);
        assertThat(out.toString()).contains("accuracy.fused");
        assertThat(Bundle.load(bundle).manifest().references()).containsKey("trust");
        assertThat(err.toString()).contains("pass 1 of 2", "pass 2 of 2", "trained ");
        assertThat(Bundle.load(bundle).manifest().quality().get("training").toString())
                .contains("pass=1", "pass=2", "validation=");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(bundle, figures);
        }
    }

    @Test
    void fitsConfidenceAnewAndLeavesTheModelAsItIs() throws Exception {
        Path bundle = directory.resolve("bundle");
        Path judges = Files.createDirectory(directory.resolve("judges"));
        run("train --data synthetic --passes 1 --observations 128 --judges " + judges + " --out " + bundle);
        Bundle before = Bundle.load(bundle);
        Files.createSymbolicLink(
                judges.resolve("mnist"), Path.of("models/judges/mnist").toAbsolutePath());

        assertThat(run("trust --data synthetic --judges " + judges + " --model " + bundle))
                .as(err.toString())
                .isZero();

        Bundle after = Bundle.load(bundle);
        assertThat(Trust.of(before.manifest().references()).curves()).isEmpty();
        assertThat(Trust.of(after.manifest().references()).curves()).containsOnlyKeys("image");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.manifest().quality()).isEqualTo(before.manifest().quality());
        assertThat(out.toString()).contains(after.shortId());
    }

    @Test
    void keepsItsConfidenceWhereNoJudgeIs() throws Exception {
        Path bundle = directory.resolve("bundle");
        Path judges = Files.createDirectory(directory.resolve("judges"));
        run("train --data synthetic --passes 1 --observations 128 --judges " + judges + " --out " + bundle);
        byte[] before = Files.readAllBytes(bundle.resolve("manifest.json"));

        assertThat(run("trust --data synthetic --judges " + judges + " --model " + bundle))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--judges " + judges, "no judge of anything");
        assertThat(run("trust --topology topologies/two-scripts.yaml --data synthetic --model " + bundle))
                .isEqualTo(1);
        assertThat(err.toString()).contains("script");
        assertThat(Files.readAllBytes(bundle.resolve("manifest.json"))).isEqualTo(before);
    }

    @Test
    void refusesAShareOfLabelsThatIsNone() {
        assertThat(run("train --out x --labels 1.5")).isEqualTo(2);
        assertThat(err.toString()).contains("--labels").contains("use 0 to 1");
    }

    @Test
    void timesAskingAModel() throws Exception {
        Path json = directory.resolve("bench.json");

        assertThat(run("bench infer --runs 1 --topology topologies/images-only.yaml --json " + json))
                .as(err.toString())
                .isZero();

        JsonNode figures = new ObjectMapper().readTree(json.toFile()).path("figures");
        assertThat(figures).hasSize(4);
        assertThat(figures.get(3).path("batch").asInt()).isEqualTo(128);
        assertThat(figures.get(3).path("examples_per_second").asDouble()).isPositive();
    }

    private int run(String arguments) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments.split(" "));
    }
}
