package dev.kintsugi.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kintsugi.Fault;
import dev.kintsugi.mvae.train.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows how a training comes along, and keeps the curve of its passes in a file, so that a resumed one has it whole. */
final class TrainingLog implements Progress.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Object>> POINT = new TypeReference<>() {};

    private final Path curve;
    private final PrintWriter out;
    private ProgressBar bar;

    /** @param resumed whether an earlier training is gone on with; else what is in the file is of another one */
    TrainingLog(Path curve, boolean resumed, PrintWriter out) {
        this.curve = curve;
        this.out = out;
        if (!resumed) {
            forget();
        }
    }

    @Override
    public void progressed(Progress progress) {
        if (bar == null) {
            bar = ProgressBar.on(out, "steps", progress.steps());
        }
        bar.show(progress.step(), terms(progress.terms()));
        if (progress.step() * progress.passes() % progress.steps() == 0) {
            bar.erase();
            out.println(line(progress));
            keep(progress);
        }
    }

    /** The points of all passes, in order. */
    List<Map<String, Object>> points() {
        try {
            List<Map<String, Object>> points = new ArrayList<>();
            for (String line : Files.readAllLines(curve)) {
                points.add(JSON.readValue(line, POINT));
            }
            return points;
        } catch (IOException e) {
            throw new Fault(curve + ": cannot be read: " + e.getMessage() + "; keep it until the training is over", e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(curve);
        } catch (IOException e) {
            throw new Fault(curve + ": cannot be removed: " + e.getMessage() + "; remove it", e);
        }
    }

    private void keep(Progress progress) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("pass", progress.pass());
        progress.terms().forEach((term, value) -> point.put(term, rounded(value)));
        progress.validation().ifPresent(loss -> point.put("validation", rounded(loss)));
        try {
            Files.createDirectories(curve.toAbsolutePath().getParent());
            Files.writeString(
                    curve, JSON.writeValueAsString(point) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new Fault(curve + ": cannot be written: " + e.getMessage() + "; choose another --out", e);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    static String line(Progress progress) {
        String validation = progress.validation().isPresent()
                ? String.format("  validation %.2f", progress.validation().getAsDouble())
                : "";
        Duration left = progress.left();
        return String.format(
                "pass %d of %d%s  %s  %.0f/s  %d:%02d left",
                progress.pass(),
                progress.passes(),
                validation,
                terms(progress.terms()),
                progress.perSecond(),
                left.toMinutes(),
                left.toSecondsPart());
    }

    private static String terms(Map<String, Double> terms) {
        return terms.entrySet().stream()
                .map(term -> String.format("%s %.2f", term.getKey(), term.getValue()))
                .collect(Collectors.joining(" "));
    }
}
