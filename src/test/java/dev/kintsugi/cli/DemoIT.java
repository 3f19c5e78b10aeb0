package dev.kintsugi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The demo as a user runs it, with the shipped model. */
class DemoIT {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsSavesAndAccountsForWhatItSends() throws Exception {
        Path saved = folder.resolve("saved");
        int exit = run("--seconds", "4", "--rate", "10", "--save", saved.toString());

        assertThat(exit).as(out + "\n" + err).isZero();
        assertThat(out.toString())
                .contains(" restored from ")
                .containsPattern("(?m)^lost +0$")
                .containsPattern("(?m)^found twice +0$")
                .doesNotContain("\r");
        assertThat(err.toString()).doesNotContain("\r");
        try (Stream<Path> files = Files.list(saved)) {
            assertThat(files)
                    .anyMatch(file -> file.toString().endsWith(".png"))
                    .anyMatch(file -> file.toString().endsWith(".wav"));
        }
    }

    @Test
    void refusesATopologyThatWouldWaitForEver() throws Exception {
        String digits = Files.readString(Path.of("topologies", "digits.yaml"));
        Path patient =
                Files.writeString(folder.resolve("patient.yaml"), digits.replaceFirst("patience: 3s", "patience: off"));
        assertThat(run("--topology", patient.toString())).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("pairing.patience off");
    }

    @Test
    void refusesATopologyInWhichNothingCanBeRestored() {
        assertThat(run("--topology", "topologies/images-only.yaml")).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("images-only");
    }

    private int run(String... arguments) {
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = Stream.concat(Stream.of("demo"), Stream.of(arguments)).toArray(String[]::new);
        return command.execute(all);
    }
}
