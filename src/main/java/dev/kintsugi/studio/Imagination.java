package dev.kintsugi.studio;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.dice.Dice;
import dev.kintsugi.gallery.ContactSheet;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Restored;
import dev.kintsugi.mvae.infer.Restorer;
import dev.kintsugi.studio.JsonLines.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Makes things that never were: of any kind, drawn from the prior, or of a label, drawn from its expert. */
public final class Imagination {
    public static final String RESULTS = "generated.jsonl";
    static final String SHEET = "sheet.png";
    private static final int BATCH = 64;
    private static final int SHOWN = 400;

    /** Of each thing, of which the one that the model reads most surely is kept. */
    private static final int SAMPLES = 8;

    private final Model model;
    private final Part.Sensed part;
    private final Optional<String> label;
    private final long seed;
    private final Restorer restorer;
    private final Reader reader;

    /**
     * @param label what they shall be, if not anything
     * @throws Fault when the model has no such part, or no such label
     */
    public Imagination(Model model, String part, Optional<String> label, long seed) {
        this.model = model;
        this.part = model.sensed(part, "--modality");
        this.label = label;
        this.seed = seed;
        this.restorer = new Restorer(model.inference(), model.trust(), SAMPLES);
        this.reader = new Reader(model);
        label.ifPresent(this::classOf);
    }

    /** Writes so many as files, with what the model reads in them, and the first of them on one sheet. */
    public void make(int count, Path out) {
        Folder folder = Folder.made(out);
        List<ContactSheet.Tile> tiles = new ArrayList<>();
        try (JsonLines lines = folder.lines(RESULTS)) {
            for (int first = 0; first < count; first += BATCH) {
                List<float[]> made = values(first, Math.min(BATCH, count - first));
                List<Reading> readings = reader.of(part, made);
                for (int i = 0; i < made.size(); i++) {
                    lines.add(written(folder, name(first + i, count), made.get(i), readings.get(i)));
                    if (tiles.size() < SHOWN) {
                        tiles.add(new ContactSheet.Tile(
                                Prints.of(part, made.get(i)), readings.get(i).label()));
                    }
                }
            }
        }
        int columns = (int) Math.ceil(Math.sqrt(tiles.size()));
        folder.write(SHEET, ContactSheet.of(tiles, columns).print().png());
    }

    /** Values of things by their numbers: each depends on the seed and its own number alone. */
    public List<float[]> values(int first, int count) {
        long[] seeds = LongStream.range(first, first + count)
                .map(number -> Dice.of(seed, number).next())
                .toArray();
        return label.isPresent() ? ofLabel(label.get(), seeds) : restorer.imagine(part.name(), seeds);
    }

    private List<float[]> ofLabel(String wanted, long[] seeds) {
        Map<String, Integer> labels =
                Map.of(model.architecture().labelled().get(0).name(), classOf(wanted));
        List<Observed> observed = LongStream.of(seeds)
                .mapToObj(each -> new Observed(Map.of(), labels, each))
                .toList();
        return restorer.restore(observed).stream()
                .map(each -> ((Restored.Whole) each).sides().get(part.name()).values())
                .toList();
    }

    private int classOf(String wanted) {
        if (model.architecture().labelled().isEmpty()) {
            throw new Fault("--label is \"" + wanted + "\", but this model knows no labels; leave --label out");
        }
        int found = reader.names().indexOf(wanted);
        if (found < 0) {
            throw new Fault("--label is \"" + wanted + "\"; the model knows " + String.join(", ", reader.names()));
        }
        return found;
    }

    private Line written(Folder folder, String base, float[] values, Reading reading) {
        String name = base + "." + model.sense(part).extension();
        byte[] bytes = model.sense(part).write(values).orElseThrow(Imagination::impossible);
        folder.write(name, bytes);
        Line line = new Line().with("file", name).with(reading);
        label.ifPresent(wanted -> line.with("wanted", wanted));
        return line.with("seed", seed).with("model", model.id());
    }

    static IllegalStateException impossible(Decoded.Bad<?> bad) {
        return new IllegalStateException("a decoder put out what is not finite: " + bad.message());
    }

    /** Counted from 1, with as many zeros before as let names sort. */
    static String name(int number, int count) {
        int digits = Integer.toString(count).length();
        return String.format("%0" + digits + "d", number + 1);
    }
}
