package dev.kintsugi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream's benchmark, in small: that it measures, not how fast anything is. */
class BenchStreamIT {
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void everyPartGivesItsFigures() throws Exception {
        JsonNode figures = measured("--part throughput,deadline,pending --processing at-least-once --partitions 2"
                + " --runs 1 --warm-up 20 --observations 300 --pending 50 --events 3 --set commit.interval.ms=50"
                + " --jvm=-XX:TieredStopAtLevel=1");

        JsonNode throughput = figures.path("throughput").get(0);
        assertThat(throughput.path("observations").path("median").asDouble()).isPositive();
        assertThat(throughput.path("hindsight").asDouble())
                .as("shadows alone, since both sides are read in step")
                .isLessThan(.05);
        assertThat(throughput.path("stream_cpu").path("median").asDouble()).isPositive();
        assertThat(figures.path("deadline").get(0).path("ms").path("p99").asDouble())
                .isPositive();
        assertThat(figures.path("pending").path("restore_seconds").asDouble()).isPositive();
        assertThat(figures.path("pending")
                        .path("deadlines_after_restart")
                        .path("count")
                        .asInt())
                .isEqualTo(10);
        assertThat(figures.path("jdk").asText()).isEqualTo(System.getProperty("java.version"));
        assertThat(figures.path("seed").asInt()).isEqualTo(1);
    }

    private JsonNode measured(String options) throws Exception {
        Path json = folder.resolve("figures.json");
        String line = "bench stream " + options + " --logs " + folder.resolve("logs") + " --json " + json;
        int exit = Main.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(line.split(" "));
        assertThat(exit).as(err.toString()).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }
}
