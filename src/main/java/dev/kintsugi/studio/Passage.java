package dev.kintsugi.studio;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.gallery.ContactSheet;
import dev.kintsugi.gallery.ContactSheet.Row;
import dev.kintsugi.gallery.ContactSheet.Tile;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way from one thing to another through a model's latent, in every modality that it has. */
public final class Passage {
    private static final int BAND = 8;

    private final Model model;
    private final Workspace workspace;
    private final Reader reader;

    public Passage(Model model) {
        this.model = model;
        this.workspace = model.inference().workspace();
        this.reader = new Reader(model);
    }

    /**
     * Writes every step as a file for each modality, and all of them on one sheet.
     *
     * @param modality of both files, where the ends of their names do not say it
     * @throws Fault when a file cannot be read, or the two are not of one modality
     */
    public void walk(Path from, Path to, Optional<String> modality, int steps, Path out) {
        Part.Sensed part =
                modality.map(name -> model.sensed(name, "--modality")).orElseGet(() -> part(from, to));
        List<float[]> latents = Latents.between(latent(part, from), latent(part, to), steps);
        Map<Part.Sensed, List<float[]>> seen = decoded(part, latents);
        Folder folder = Folder.made(out);
        seen.forEach((each, values) -> write(folder, each, values));
        folder.write(Imagination.SHEET, sheet(seen, readings(latents)).print().png());
    }

    /** The way between two things' values, on one sheet. */
    public ContactSheet sheet(Part.Sensed part, float[] from, float[] to, int steps) {
        List<float[]> latents =
                Latents.between(Latents.of(workspace, part, from), Latents.of(workspace, part, to), steps);
        return sheet(decoded(part, latents), readings(latents));
    }

    /** What is decoded at some points of one part's latent, by part. */
    private Map<Part.Sensed, List<float[]>> decoded(Part.Sensed given, List<float[]> latents) {
        Map<Part.Sensed, List<float[]>> decoded = new LinkedHashMap<>();
        int shared = model.architecture().shared();
        for (Part.Sensed part : model.architecture().sensed()) {
            List<float[]> own = part.equals(given)
                    ? latents
                    : latents.stream()
                            .map(latent -> Latents.plain(latent, part, shared))
                            .toList();
            decoded.put(part, Latents.decoded(workspace, part, own));
        }
        return decoded;
    }

    /** In bands of a few steps, so that a long way still fits a page. */
    private ContactSheet sheet(Map<Part.Sensed, List<float[]>> seen, List<Reading> readings) {
        List<Row> rows = new ArrayList<>();
        for (int first = 0; first < readings.size(); first += BAND) {
            int from = first;
            int to = Math.min(readings.size(), first + BAND);
            Part.Sensed uppermost = seen.keySet().iterator().next();
            seen.forEach((part, values) -> {
                List<Tile> tiles = new ArrayList<>();
                for (int step = from; step < to; step++) {
                    String caption = part.equals(uppermost) ? caption(readings.get(step)) : "";
                    tiles.add(new Tile(Prints.of(part, values.get(step)), caption));
                }
                rows.add(new Row(part.name(), true, tiles));
            });
        }
        return new ContactSheet(rows);
    }

    private static String caption(Reading reading) {
        return String.format("%s %.0f%%", reading.label(), 100 * reading.probability());
    }

    private List<Reading> readings(List<float[]> latents) {
        int shared = model.architecture().shared();
        List<float[]> points = latents.stream()
                .map(latent -> java.util.Arrays.copyOf(latent, shared))
                .toList();
        return reader.ofShared(Reader.joined(points, shared), points.size());
    }

    private void write(Folder folder, Part.Sensed part, List<float[]> values) {
        for (int step = 0; step < values.size(); step++) {
            byte[] bytes = model.sense(part).write(values.get(step)).orElseThrow(Imagination::impossible);
            String name = Imagination.name(step, values.size()) + "-" + part.name();
            folder.write(name + "." + model.sense(part).extension(), bytes);
        }
    }

    private float[] latent(Part.Sensed part, Path file) {
        try {
            Decoded<float[]> row = model.sense(part).read(Files.readAllBytes(file));
            return Latents.of(workspace, part, row.orElseThrow(bad -> new Fault(file + ": " + bad.message())));
        } catch (IOException e) {
            throw new Fault("the file " + file + " cannot be read: " + e + "; name one that is there", e);
        }
    }

    private Part.Sensed part(Path from, Path to) {
        List<Part.Sensed> fitting = model.architecture().sensed().stream()
                .filter(part -> InputFiles.isOf(part.kind(), from) && InputFiles.isOf(part.kind(), to))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        String names = String.join(
                ", ", model.architecture().sensed().stream().map(Part::name).toList());
        throw new Fault("between " + from + " and " + to + ": "
                + (fitting.isEmpty() ? "they are not two files of one kind that the model has" : "they may be several")
                + "; name two pictures or two sounds, and their --modality: " + names);
    }
}
