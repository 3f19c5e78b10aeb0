package dev.kintsugi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.studio.Model;
import dev.kintsugi.studio.TinyModel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask a model, as a user calls them. */
class StudioCommandsTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path bundle;

    @BeforeEach
    void saveAModel() throws Exception {
        bundle = folder.resolve("bundle");
        TinyModel.bundle().save(bundle);
        TinyModel.files(folder.resolve("in"), Model.of(TinyModel.bundle()), "image", "a.png", "b.png");
    }

    @Test
    void restoreAnswersZeroWhenAllIsRestored() {
        assertThat(restore()).isZero();
        assertThat(folder.resolve("out/b.wav")).exists();
    }

    @Test
    void restoreAnswersThreeWhenAFileCannotBeRead() throws Exception {
        Files.writeString(folder.resolve("in/c.png"), "no picture");

        assertThat(restore()).isEqualTo(3);
        assertThat(err.toString()).contains("restored 2 of 3").contains("restored.jsonl");
    }

    @Test
    void generateMakesWhatIsAskedFor() {
        assertThat(run(
                        "generate",
                        "--model",
                        bundle,
                        "--modality",
                        "audio",
                        "--count",
                        2,
                        "--out",
                        folder.resolve("g")))
                .isZero();
        assertThat(folder.resolve("g/2.wav")).exists();
    }

    @Test
    void interpolateWalksFromOneFileToAnother() {
        assertThat(run(
                        "interpolate",
                        "--model",
                        bundle,
                        "--from",
                        folder.resolve("in/a.png"),
                        "--to",
                        folder.resolve("in/b.png"),
                        "--steps",
                        4,
                        "--out",
                        folder.resolve("way")))
                .isZero();
        assertThat(folder.resolve("way/4-audio.wav")).exists();
    }

    @Test
    void reportSaysWhichFileOfFiguresCannotBeRead() {
        Path none = folder.resolve("none.json");

        assertThat(run("report", "--model", bundle, "--data", "synthetic", "--evaluation", none, "--out", folder))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--evaluation " + none).contains("kintsugi evaluate --json");
    }

    @Test
    void aModelThatIsNotThereIsTold() {
        assertThat(run(
                        "generate",
                        "--model",
                        folder.resolve("none"),
                        "--modality",
                        "audio",
                        "--count",
                        2,
                        "--out",
                        folder.resolve("g")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none").contains("name a directory that holds a bundle");
    }

    private int restore() {
        return run(
                "restore",
                "--model",
                bundle,
                "--from",
                "image",
                "--to",
                "audio",
                "--in",
                folder.resolve("in"),
                "--out",
                folder.resolve("out"),
                "--samples",
                2);
    }

    private int run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(texts);
    }
}
