package dev.kintsugi.studio;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.dice.Dice;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Inferred;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Request;
import dev.kintsugi.mvae.infer.Restored;
import dev.kintsugi.mvae.infer.Restorer;
import dev.kintsugi.studio.JsonLines.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Restores, for every file of one side in a folder, another side or the label. */
public final class FolderRestoration {
    public static final String RESULTS = "restored.jsonl";
    private static final int BATCH = 32;

    private final Model model;
    private final Part.Sensed from;
    private final Part to;
    private final int samples;
    private final long seed;
    private final Reader reader;

    /** How many files became a line that tells of a restoration, and how many one that tells why there is none. */
    public record Outcome(int restored, int refused) {}

    /** A file, and why nothing came of it or what was read. */
    private record Input(String name, Decoded<float[]> row) {}

    /**
     * @param samples decodes of each missing side, of which the first that the model reads as what it meant is kept
     * @throws Fault when the model has no such parts
     */
    public FolderRestoration(Model model, String from, String to, int samples, long seed) {
        this.model = model;
        this.from = model.sensed(from, "--from");
        this.to = model.part(to, "--to");
        this.samples = samples;
        this.seed = seed;
        this.reader = new Reader(model);
        if (from.equals(to)) {
            throw new Fault("--from and --to are both \"" + from + "\"; there is nothing to restore");
        }
    }

    /** Every file of one folder, into another. */
    public Outcome restore(Path in, Path out) {
        List<Path> files = InputFiles.in(in, from.kind());
        refuseSameFolder(in, out);
        Folder folder = Folder.made(out);
        int restored = 0;
        try (JsonLines lines = folder.lines(RESULTS)) {
            for (int first = 0; first < files.size(); first += BATCH) {
                List<Input> inputs = files.subList(first, Math.min(files.size(), first + BATCH)).stream()
                        .map(this::read)
                        .toList();
                restored += restore(inputs, folder, lines);
            }
        }
        return new Outcome(restored, files.size() - restored);
    }

    private int restore(List<Input> inputs, Folder folder, JsonLines lines) {
        List<Observed> observed = new ArrayList<>();
        for (Input input : inputs) {
            if (input.row() instanceof Decoded.Ok<float[]> row) {
                observed.add(new Observed(Map.of(from.name(), row.value()), Map.of(), seedOf(input.name())));
            }
        }
        List<Restored> results = results(observed);
        int good = 0;
        int next = 0;
        for (Input input : inputs) {
            Decoded<Line> line = input.row() instanceof Decoded.Bad<float[]> bad
                    ? bad.retyped()
                    : line(input.name(), results.get(next++), folder);
            good += line instanceof Decoded.Ok ? 1 : 0;
            lines.add(line instanceof Decoded.Bad<Line> bad ? refused(input.name(), bad) : told(line));
        }
        return good;
    }

    /** Of the label alone nothing needs to be decoded. */
    private List<Restored> results(List<Observed> observed) {
        if (to instanceof Part.Sensed) {
            return new Restorer(model.inference(), model.trust(), samples).restore(observed);
        }
        return model.inference().workspace().infer(observed, Request.nothing()).stream()
                .<Restored>map(inferred -> inferred instanceof Inferred.Posterior posterior
                        ? new Restored.Whole(posterior, Map.of())
                        : new Restored.Broken((Inferred.Unfit) inferred))
                .toList();
    }

    private Decoded<Line> line(String name, Restored restored, Folder folder) {
        if (restored instanceof Restored.Broken broken) {
            return Decoded.bad(broken.why().reason(), broken.why().message());
        }
        Restored.Whole whole = (Restored.Whole) restored;
        Line line = new Line().with("file", name).with(reader.of(whole.posterior()));
        if (to instanceof Part.Sensed part) {
            Restored.Side side = whole.sides().get(part.name());
            String restoredName =
                    InputFiles.base(name) + "." + model.sense(part).extension();
            return model.sense(part).write(side.values()).map(bytes -> {
                folder.write(restoredName, bytes);
                return papers(line.rounded("confidence", side.confidence())
                        .rounded("agreement", side.agreement())
                        .with("samples", side.samples())
                        .with("restored", restoredName));
            });
        }
        return Decoded.ok(
                papers(line.rounded("confidence", reader.of(whole.posterior()).probability())));
    }

    private Line papers(Line line) {
        return line.with("from", from.name()).with("to", to.name()).with("model", model.id());
    }

    private Line refused(String name, Decoded.Bad<Line> bad) {
        return new Line()
                .with("file", name)
                .with("reason", bad.reason())
                .with("message", bad.message())
                .with("model", model.id());
    }

    private static Line told(Decoded<Line> line) {
        return ((Decoded.Ok<Line>) line).value();
    }

    private Input read(Path file) {
        String name = file.getFileName().toString();
        try {
            return new Input(name, model.sense(from).read(Files.readAllBytes(file)));
        } catch (IOException e) {
            return new Input(name, Decoded.bad("file-not-readable", e.toString()));
        }
    }

    private long seedOf(String name) {
        return Dice.of(seed, name.hashCode(), model.bundle().id().hashCode()).next();
    }

    private static void refuseSameFolder(Path in, Path out) {
        try {
            if (Files.exists(out) && Files.isSameFile(in, out)) {
                throw new Fault(
                        "--in and --out are the same folder, " + in + "; restored files get a folder of their own");
            }
        } catch (IOException e) {
            throw new Fault(out + " cannot be looked at: " + e + "; name another --out", e);
        }
    }
}
