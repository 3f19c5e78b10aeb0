package dev.kintsugi.studio;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Inferred;
import dev.kintsugi.mvae.infer.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads what a model sees: the label where it has one, else the component of its prior; for one thread. */
public final class Reader {
    private final Workspace workspace;
    private final List<String> names;

    public Reader(Model model) {
        this.workspace = model.inference().workspace();
        Architecture architecture = model.architecture();
        int components = architecture.prior().count();
        this.names = architecture.labelled().isEmpty()
                ? IntStream.range(0, components).mapToObj(i -> "cluster " + i).toList()
                : architecture.labelled().get(0).classes();
    }

    /** What readings choose from, by number. */
    List<String> names() {
        return names;
    }

    /** What an observation is taken for. */
    public Reading of(Inferred.Posterior posterior) {
        return of(posterior.reading());
    }

    /** What values of one part are taken for when nothing else is known. */
    public List<Reading> of(Part.Sensed part, List<float[]> rows) {
        float[] values = joined(rows, part.size());
        return ofShared(workspace.sharedAlone(part.name(), values, rows.size()), rows.size());
    }

    List<Reading> ofShared(float[] shared, int count) {
        float[] all = workspace.readings(shared, count);
        List<Reading> readings = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            readings.add(of(Arrays.copyOfRange(all, row * names.size(), (row + 1) * names.size())));
        }
        return readings;
    }

    static float[] joined(List<float[]> rows, int size) {
        float[] values = new float[rows.size() * size];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, values, row * size, size);
        }
        return values;
    }

    private Reading of(float[] probabilities) {
        int largest = 0;
        for (int i = 1; i < probabilities.length; i++) {
            largest = probabilities[i] > probabilities[largest] ? i : largest;
        }
        return new Reading(largest, names.get(largest), probabilities[largest]);
    }
}
