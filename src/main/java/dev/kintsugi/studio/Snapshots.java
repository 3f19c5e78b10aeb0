package dev.kintsugi.studio;

import dev.kintsugi.gallery.ContactSheet;
import dev.kintsugi.gallery.ContactSheet.Row;
import dev.kintsugi.gallery.ContactSheet.Tile;
import dev.kintsugi.gallery.PrincipalAxes;
import dev.kintsugi.gallery.Scatter;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Request;
import dev.kintsugi.mvae.infer.Workspace;
import dev.kintsugi.mvae.train.Progress;
import dev.kintsugi.mvae.train.TrainingData;
import dev.kintsugi.mvae.train.TrainingData.Observation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pictures of a model in training, two after each pass: what it makes of some things that it does not learn from, and where
 * their latents lie. One after the other they show how it comes to order.
 */
public final class Snapshots implements Progress.Listener {
    private static final int COLUMNS = 10;
    private static final int SIDE = 560;

    private final Architecture architecture;
    private final Folder folder;
    private final List<Observation> observations = new ArrayList<>();
    private Optional<double[][]> before = Optional.empty();

    /**
     * @param held what is looked at: the first ten are reconstructed, and the latents of all are drawn
     * @param out the folder that the pictures go to; after a resumed training it holds those of the passes before
     */
    public Snapshots(Architecture architecture, TrainingData held, Path out) {
        this.architecture = architecture;
        this.folder = Folder.made(out);
        for (int number = 0; number < held.size(); number++) {
            observations.add(held.observation(0, number));
        }
    }

    @Override
    public void progressed(Progress progress) {
        // Only whole passes are looked at.
    }

    @Override
    public void passed(int pass, Weights weights) {
        Workspace workspace = Inference.of(architecture, weights).workspace();
        String name = String.format("pass-%02d", pass);
        folder.write(name + ".reconstructions.png", sheet(workspace).print().png());
        folder.write(
                name + ".latents.png",
                latents(workspace, pass).print("pass " + pass, SIDE).png());
    }

    private ContactSheet sheet(Workspace workspace) {
        List<Observation> shown = observations.subList(0, Math.min(COLUMNS, observations.size())).stream()
                .sorted(Comparator.comparingInt(this::label))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Part.Sensed part : architecture.sensed()) {
            List<Observation> with = shown.stream()
                    .filter(each -> each.rows().containsKey(part.name()))
                    .toList();
            rows.add(new Row(
                    part.name(),
                    false,
                    with.stream()
                            .map(each -> tile(part, each.rows().get(part.name())))
                            .toList()));
            rows.add(decoded(workspace, part, part, with));
            architecture.sensed().stream()
                    .filter(other -> !other.equals(part))
                    .forEach(other -> rows.add(decoded(workspace, part, other, with)));
        }
        return new ContactSheet(
                rows.stream().filter(row -> !row.tiles().isEmpty()).toList());
    }

    /** A part decoded from itself or another, at the means: what changes from pass to pass is then the model alone. */
    private Row decoded(Workspace workspace, Part.Sensed part, Part.Sensed from, List<Observation> observed) {
        List<Observed> sides = observed.stream()
                .filter(each -> each.rows().containsKey(from.name()))
                .map(each -> new Observed(Map.of(from.name(), each.rows().get(from.name())), Map.of(), 0))
                .toList();
        List<Tile> tiles = workspace.infer(sides, new Request(Request.Draw.NOTHING, 1, true)).stream()
                .map(each ->
                        tile(part, ((Posterior) each).decoded().get(part.name()).get(0)))
                .toList();
        return new Row(part.equals(from) ? "again" : "from " + from.name(), true, tiles);
    }

    private static Tile tile(Part.Sensed part, float[] values) {
        return new Tile(Prints.of(part, values), "");
    }

    private Scatter latents(Workspace workspace, int pass) {
        List<Observed> all = observations.stream()
                .map(each -> new Observed(each.rows(), Map.of(), 0))
                .toList();
        double[][] points = workspace.infer(all, Request.nothing()).stream()
                .map(each -> Latents.wide(((Posterior) each).shared().mean()))
                .toArray(double[][]::new);
        double[][] found = PrincipalAxes.places(points);
        double[][] places = before.or(() -> Places.read(folder, pass - 1, found.length))
                .map(last -> PrincipalAxes.aligned(found, last))
                .orElse(found);
        before = Optional.of(places);
        Places.write(folder, pass, places);
        int[] labels = observations.stream().mapToInt(this::label).toArray();
        return new Scatter(places, labels, names());
    }

    private List<String> names() {
        return architecture.labelled().isEmpty()
                ? List.of()
                : architecture.labelled().get(0).classes();
    }

    private int label(Observation observation) {
        return architecture.labelled().isEmpty()
                ? 0
                : observation
                        .classes()
                        .getOrDefault(architecture.labelled().get(0).name(), 0);
    }
}
