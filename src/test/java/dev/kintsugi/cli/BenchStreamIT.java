package dev.kintsugi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream's benchmark, in small: that it measures, not how fast anything is. */
class BenchStreamIT {
    private static JsonNode figures;

    /** All at once: a broker that is warm already is the quicker one. */
    @BeforeAll
    static void measure(@TempDir Path folder) throws Exception {
        StringWriter err = new StringWriter();
        Path json = folder.resolve("figures.json");
        String line = "bench stream --part throughput,deadline,pending,join --processing at-least-once --partitions 2"
                + " --runs 1 --turns 1 --warm-up 20 --observations 1000 --pending 50 --events 3"
                + " --set commit.interval.ms=50 --jvm=-XX:TieredStopAtLevel=1 --jvm=-Xmx512m"
                + " --logs " + folder.resolve("logs") + " --json " + json;
        int exit = Main.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(line.split(" "));
        assertThat(exit).as(err.toString()).isZero();
        figures = new ObjectMapper().readTree(json.toFile());
    }

    @Test
    void throughputIsMeasuredOnSidesThatAreReadInStep() {
        JsonNode throughput = figures.path("throughput").get(0);

        assertThat(throughput.path("observations").path("median").asDouble()).isPositive();
        assertThat(throughput.path("stream_cpu").path("median").asDouble()).isPositive();
        assertThat(throughput.path("hindsight").asDouble(1)).as("shadows alone").isLessThan(.05);
    }

    @Test
    void deadlinesAreTimed() {
        assertThat(figures.path("deadline").get(0).path("ms").path("p99").asDouble())
                .isPositive();
    }

    @Test
    void whatWaitsIsTakenUpAgain() {
        JsonNode pending = figures.path("pending");

        assertThat(pending.path("restore_seconds").asDouble()).isPositive();
        assertThat(pending.path("deadlines_after_restart").path("count").asInt())
                .isEqualTo(10);
    }

    @Test
    void pairingIsComparedWithTheJoinWhichCannotTellOfLateSides() {
        JsonNode join = figures.path("join");
        JsonNode pairing = join.path("turns").get(0).path("pairing");
        JsonNode outerJoin = join.path("turns").get(0).path("outer_join");

        assertThat(outerJoin.path("overall").asDouble()).isPositive();
        assertThat(join.path("ratio").path("median").asDouble())
                .isCloseTo(
                        pairing.path("overall").asDouble()
                                / outerJoin.path("overall").asDouble(),
                        within(1e-6));
        assertThat(pairing.path("hindsight").asDouble(1)).isLessThan(.05);
        assertThat(outerJoin.has("hindsight")).isFalse();
    }

    @Test
    void conditionsAreStated() {
        assertThat(figures.path("jdk").asText()).isEqualTo(System.getProperty("java.version"));
        assertThat(figures.path("seed").asInt()).isEqualTo(1);
    }
}
