package dev.kintsugi.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where latents lay after a pass, kept as a file, so that the pictures of a resumed training lie as those before. */
final class Places {
    private Places() {}

    static void write(Folder folder, int pass, double[][] places) {
        StringBuilder lines = new StringBuilder("x,y\n");
        for (double[] place : places) {
            lines.append(place[0]).append(',').append(place[1]).append('\n');
        }
        folder.write(name(pass), lines.toString().getBytes(UTF_8));
    }

    /** None where there is no such file, or it is of other things. */
    static Optional<double[][]> read(Folder folder, int pass, int count) {
        Path file = folder.path().resolve(name(pass));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() == count + 1 ? Optional.of(parsed(lines)) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new Fault(file + " cannot be read: " + e + "; remove it", e);
        }
    }

    private static double[][] parsed(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(numbers -> new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])})
                .toArray(double[][]::new);
    }

    private static String name(int pass) {
        return String.format("pass-%02d.latents.csv", pass);
    }
}
