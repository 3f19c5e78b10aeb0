package dev.kintsugi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command line says and answers where no broker is needed. */
class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "broker --help",
                "topics --help",
                "topics create --help",
                "models --help",
                "models publish --help",
                "models use --help",
                "produce --help",
                "tail --help",
                "restore --help",
                "generate --help",
                "interpolate --help",
                "report --help",
                "stream --help",
                "topology --help",
                "judges --help",
                "judges train --help",
                "judges measure --help"
            })
    void helpIsAnAnswer(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: kintsugi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "broker --help",
                "topics --help",
                "produce --help",
                "tail --help",
                "restore --help",
                "generate --help",
                "interpolate --help",
                "report --help",
                "stream --help",
                "topology --help",
                "models --help",
                "judges --help"
            })
    void helpShowsExamples(String arguments) {
        run(arguments.split(" "));
        assertThat(out.toString()).containsPattern("(?s)Examples:.*  kintsugi ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                            | Missing a command
                    1234                                          | 1234
                    topics                                        | Missing one of create, list, delete
                    tail                                          | Missing required parameter: 'TOPIC'
                    tail t --max 0                                | --max is 0; use 1 or more
                    tail t --timeout 0                            | --timeout is 0.0; use more than 0 and at most 1000000 seconds
                    produce --count 0                             | --count is 0; use 1 to 1000000000
                    produce --rate -1                             | --rate is -1.0; use 0.001 to 1000000.0
                    produce --late 1.5                            | --late is 1.5; use a share from 0 to 1
                    produce --missing audio=2                     | --missing audio is 2.0; use a share from 0 to 1
                    produce --missing smell=.1                    | --missing names "smell"; digits has image, audio, label
                    stream --processing twice                     | --processing is "twice"; use exactly-once or at-least-once
                    stream --port 70000                           | --port is "70000"; use 1 to 65535, 0 for any free port, or off
                    stream --log-format xml                       | --log-format is "xml"; use text or json
                    models                                        | Missing one of publish, list, use
                    models use                                    | Missing required parameter: 'ID'
                    stream --instances 0                          | --instances is 0; use 1 to 64
                    stream --member a/b                           | --member is "a/b"; use 1 to 200 letters, digits, dots
                    produce --key k                               | --key alone sends nothing
                    produce --key k --label x                     | --label is "x"; use one of 0, 1, 2
                    produce --key k --label 1 --count 3           | --count and --key exclude each other
                    produce --key k --label 1 --late .5           | --late and --key exclude each other
                    produce --count 9223372036854775807           | use 1 to 1000000000
                    produce --start +1000000000-01-01T00:00:00Z   | use a time from 1970 to 2999
                    judges                                        | Missing a command: train or measure
                    judges train --data x --out y --passes 0      | --passes is 0; use 1 or more
                    judges measure --data . --only cats           | --only is "cats"; use one of mnist, kannada, fsdd
                    tail t --timeout 1e10                         | at most 1000000 seconds
                    produce --rate 5 --start 2026-01-01T00:00:00Z | --rate and --start exclude each other
                    broker --port many                            | --port
                    restore --from a --to b --in i                | Missing required option: '--out=DIR'
                    restore --from a --to b --in i --out o --samples 65 | --samples is 65; use 1 to 64
                    generate --modality image --count 0 --out o   | --count is 0; use 1 to 100000
                    interpolate --from a --to b --out o --steps 1 | --steps is 1; use 2 to 1000
                    bench stream --turns 0                        | --turns is 0; use 1 or more
                    bench stream --runs 0                         | --runs is 0; use 1 or more
                    bench stream --set processing.guarantee=at_least_once | runs are told apart by transactions
                    report --things 1 --out o                     | --things is 1; use 100 to 20000
                    """)
    void wrongUsageIsToldAndAnsweredWithTwo(String arguments, String told) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" +")))
                .isEqualTo(2);
        assertThat(err.toString()).contains(told).contains("Usage: kintsugi");
    }

    @Test
    void aFailureIsOneLineThatSaysWhatToDo() {
        assertThat(run("topics", "list", "--topology", "nowhere.yaml")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        "kintsugi: nowhere.yaml: is not there; name a topology file such as topologies/digits.yaml\n");
    }

    @Test
    void aFileThatIsNoPictureIsRefusedBeforeAnythingIsSent(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("seven.png"), "not a picture");
        assertThat(run("produce", "--key", "k", "--image", file.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("kintsugi: " + file + ": ").hasLineCount(1);
    }

    @Test
    void aStageThatIsNotBuiltIsRefusedBeforeAnythingIsAsked() {
        assertThat(run("stream", "--stages", "pair,drift")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        "kintsugi: --stages names drift, which this version does not have yet; use pair and restore\n");
    }

    @Test
    void aBundleThatIsNotThereIsTold() {
        assertThat(run("stream", "--model", "nowhere")).isEqualTo(1);
        assertThat(err.toString()).startsWith("kintsugi: nowhere").hasLineCount(1);
    }

    @Test
    void aTopologyIsPrintedOrDrawn() {
        assertThat(run("topology")).isZero();
        assertThat(out.toString()).contains("image-source").contains("digits.stream-pending-changelog");
        assertThat(run("topology", "--mermaid", "--stages", "pair")).isZero();
        assertThat(out.toString()).contains("flowchart LR").contains("pair --> observations_sink");
    }

    @Test
    void aConfigFileThatIsNotThereIsTold() {
        assertThat(run("topics", "list", "--config", "nowhere.properties")).isEqualTo(1);
        assertThat(err.toString()).contains("nowhere.properties").contains("--config takes a file of key=value lines");
    }

    @Test
    void progressIsALineWithShareRateAndTimeLeft() {
        assertThat(ProgressBar.line(250, 1000, "things", 5.0))
                .isEqualTo("[███████·······················] 250 of 1,000 things  50/s  15 s left ");
    }

    private int run(String... arguments) {
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
