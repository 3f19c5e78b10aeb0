package dev.kintsugi.cli;

import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Datasets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which data, for every command that learns from it or judges by it. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "synthetic|DIR",
            description =
                    "Where the examples come from: a folder of real data, or digits made up on the spot. Repeat it for"
                            + " several, which take turns; name one twice to have it twice as often. Else KINTSUGI_DATA, else"
                            + " synthetic.")
    private List<String> places;

    List<String> places() {
        if (places != null) {
            return places;
        }
        String inEnvironment = System.getenv("KINTSUGI_DATA");
        return List.of(inEnvironment != null && !inEnvironment.isBlank() ? inEnvironment : Datasets.SYNTHETIC);
    }

    /** Each place as a data set of its own; one that is named twice is the same twice. */
    List<Dataset> datasets(long seed) {
        Map<String, Dataset> opened = new HashMap<>();
        return places().stream()
                .map(place -> opened.computeIfAbsent(place, each -> Datasets.open(each, seed)))
                .toList();
    }
}
