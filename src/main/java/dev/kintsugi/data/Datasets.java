package dev.kintsugi.data;

import dev.kintsugi.Fault;
import dev.kintsugi.data.files.FolderDataset;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Opens data by what a user calls it: {@code synthetic}, or a folder. */
public final class Datasets {
    public static final String SYNTHETIC = "synthetic";

    private Datasets() {}

    /**
     * @param where {@code synthetic}, a folder, or an archive
     * @param seed what synthetic data is made from
     * @throws Fault when there is no such place
     */
    public static Dataset open(String where, long seed) {
        if (where.equals(SYNTHETIC)) {
            return new SyntheticDataset(seed);
        }
        try {
            Path folder = Path.of(where);
            if (!where.isBlank() && Files.exists(folder)) {
                return new FolderDataset(folder);
            }
        } catch (InvalidPathException e) {
            throw new Fault("data set \"" + where + "\": no path (" + e.getReason() + "); name a folder", e);
        }
        throw new Fault("data set \"" + where + "\": no such folder; name one that holds the data, or \"" + SYNTHETIC
                + "\" for data made up on the spot");
    }

    /** Opens several as one: each data name is taken from the first place that has it. */
    public static Dataset open(List<String> where, long seed) {
        if (where.isEmpty()) {
            throw new Fault("no data set named; name a folder, or \"" + SYNTHETIC + "\"");
        }
        List<Dataset> parts = where.stream().map(each -> open(each, seed)).toList();
        return parts.size() == 1 ? parts.get(0) : new SeveralDatasets(parts);
    }
}
