package dev.kintsugi.cli;

import dev.kintsugi.broker.RecordJson;
import dev.kintsugi.broker.RecordText;
import dev.kintsugi.broker.SavedPayloads;
import dev.kintsugi.broker.SavedPayloads.Saved;
import dev.kintsugi.broker.Seen;
import dev.kintsugi.broker.Tail;
import dev.kintsugi.broker.TailSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kintsugi tail}: follows a topic. */
@Command(
        name = "tail",
        description = {
            "Follows a topic, a readable line a record.",
            "It goes on until Ctrl-C, --max or --timeout, reads committed records only, and joins no group."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi tail digits.image --from-beginning --max 10 --save out",
            "  kintsugi tail digits.audio.restored --json | jq .value.confidence"
        })
final class TailCommand implements Runnable {
    private static final int LONGEST_TIMEOUT = 1_000_000;

    @Parameters(paramLabel = "TOPIC", description = "The topic to follow.")
    private String topic;

    @Option(names = "--from-beginning", description = "Begin with what is there already.")
    private boolean fromBeginning;

    @Option(
            names = "--max",
            paramLabel = "N",
            description = "Stop after N records.",
            defaultValue = "" + Long.MAX_VALUE,
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private long most;

    @Option(names = "--timeout", paramLabel = "S", description = "Stop when nothing has come for S seconds.")
    private Double timeout;

    @Option(names = "--json", description = "Print each record whole, as a line of JSON; payloads are Base64.")
    private boolean json;

    @Option(names = "--save", paramLabel = "DIR", description = "Save payloads as PNG and WAV files named by key.")
    private Path save;

    @Mixin
    private ConnectionOptions options;

    @Spec
    private CommandSpec spec;

    private long files;

    @Override
    public void run() {
        TailSettings settings = settings();
        Optional<SavedPayloads> folder = Optional.ofNullable(save).map(SavedPayloads::new);
        Function<Seen, String> form = json ? new RecordJson()::line : new RecordText(ZoneId.systemDefault())::line;
        try (Interruption interruption = new Interruption();
                Tail tail = new Tail(options.connection(), System::nanoTime)) {
            interruption.calls(tail::stop);
            tail.follow(settings, seen -> {
                show(form.apply(seen), tail);
                folder.ifPresent(payloads -> save(seen, payloads));
            });
            folder.ifPresent(payloads -> err().println("saved " + files + " files in " + save));
        }
    }

    private TailSettings settings() {
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "--max is " + most + "; use 1 or more");
        }
        if (timeout != null && !(timeout > 0 && timeout <= LONGEST_TIMEOUT)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--timeout is " + timeout + "; use more than 0 and at most " + LONGEST_TIMEOUT + " seconds");
        }
        Optional<Duration> silence =
                Optional.ofNullable(timeout).map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
        return new TailSettings(topic, fromBeginning, most, silence);
    }

    private void show(String line, Tail tail) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        if (out.checkError()) {
            tail.stop(); // whoever read our output has left, as head does
        }
    }

    private void save(Seen seen, SavedPayloads folder) {
        Saved saved = folder.save(seen);
        files += saved.files().size();
        saved.problems().forEach(problem -> err().println("not saved: " + problem));
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
