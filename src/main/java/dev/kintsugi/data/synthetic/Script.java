package dev.kintsugi.data.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ten digits of one script as people write them, read from a {@code .strokes} resource, which explains its notation.
 *
 * @param thinnest the least radius of the pen, in pixels
 * @param thickest the greatest
 * @param lean how far digits of this script lean to the right, as a share of their height
 * @param width how much wider they are written than they are drawn
 * @param loose how widely slant, stretch and warp vary, 1 being neat
 * @param digits the ways of writing each digit, by digit
 */
record Script(double thinnest, double thickest, double lean, double width, double loose, List<List<Glyph>> digits) {
    private static final Pattern PEN = Pattern.compile("pen (\\S+) (\\S+)");
    private static final Pattern HAND = Pattern.compile("hand (\\S+) (\\S+) (\\S+)");
    private static final Pattern GLYPH = Pattern.compile("(\\d) (\\S+) +(\\d+): (.+)");

    /** One way of writing a digit; the weight says how common it is. */
    record Glyph(String name, int weight, List<Stroke> strokes) {}

    static Script load(String name) {
        String resource = name + ".strokes";
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Script.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return parse(lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }

    static Script parse(Stream<String> lines) {
        double[] pen = new double[2];
        double[] hand = new double[3];
        List<List<Glyph>> digits = IntStream.range(0, 10)
                .<List<Glyph>>mapToObj(digit -> new ArrayList<>())
                .toList();
        lines.forEach(line -> {
            if (!numbers(PEN.matcher(line), pen) && !numbers(HAND.matcher(line), hand)) {
                addGlyph(line, digits);
            }
        });
        return new Script(
                pen[0],
                pen[1],
                hand[0],
                hand[1],
                hand[2],
                digits.stream().map(List::copyOf).toList());
    }

    private static boolean numbers(Matcher line, double[] into) {
        if (!line.matches()) {
            return false;
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = Double.parseDouble(line.group(i + 1));
        }
        return true;
    }

    private static void addGlyph(String line, List<List<Glyph>> digits) {
        Matcher glyph = GLYPH.matcher(line);
        if (!glyph.matches()) {
            throw new IllegalArgumentException("neither pen, hand nor glyph: " + line);
        }
        List<Stroke> strokes =
                Stream.of(glyph.group(4).split("/")).map(Stroke::parse).toList();
        digits.get(Integer.parseInt(glyph.group(1)))
                .add(new Glyph(glyph.group(2), Integer.parseInt(glyph.group(3)), strokes));
    }
}
