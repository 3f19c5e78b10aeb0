package dev.kintsugi.gallery;

/**
 * Small letters for captions, three pixels wide and five high.
 *
 * <p>The JDK's own text needs fonts, which servers and containers often lack, and looks different with each.
 */
final class Lettering {
    static final int HEIGHT = 5;
    private static final int WIDTH = 3;
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-+%:/>?";

    /** A letter each, in the order of {@link #LETTERS}: five rows of three pixels, as octal digits from the top. */
    private static final int[] ROWS = {
        075557,
        026227,
        071747,
        071717,
        055711,
        074717,
        074757,
        071122,
        075757,
        075717, // 0 to 9
        025755,
        065656,
        034443,
        065556,
        074647,
        074644,
        034553,
        055755,
        072227,
        011152, // A to J
        055655,
        044447,
        057755,
        065555,
        025552,
        065644,
        025563,
        065655,
        034216,
        072222, // K to T
        055557,
        055552,
        055775,
        055255,
        055222,
        071247, // U to Z
        000002,
        000700,
        002720,
        051245,
        002020,
        011244,
        042124,
        071202 // . - + % : / > ?
    };

    private Lettering() {}

    static int width(String text, int size) {
        return text.isEmpty() ? 0 : ((WIDTH + 1) * text.length() - 1) * size;
    }

    /** Writes what it has letters for, and leaves a gap for what it has not. */
    static void write(Print on, String text, int left, int top, int size, int colour) {
        String known = text.toUpperCase(java.util.Locale.ROOT);
        for (int i = 0; i < known.length(); i++) {
            int letter = LETTERS.indexOf(known.charAt(i));
            if (letter >= 0) {
                letter(on, ROWS[letter], left + i * (WIDTH + 1) * size, top, size, colour);
            }
        }
    }

    private static void letter(Print on, int rows, int left, int top, int size, int colour) {
        Print pixel = Print.blank(size, size, colour);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if ((rows >> (WIDTH * HEIGHT - 1 - i) & 1) == 1) {
                on.put(pixel, left + i % WIDTH * size, top + i / WIDTH * size);
            }
        }
    }
}
