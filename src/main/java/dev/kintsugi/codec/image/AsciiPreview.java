package dev.kintsugi.codec.image;

/**
 * Draws a picture with characters, small enough for a terminal or a table cell of a Kafka UI.
 *
 * <p>Characters are about twice as tall as wide, so the grid has half as many rows as columns for a square picture.
 * Each character stands for the mean brightness of the pixels that it covers. Trailing blanks are left out.
 */
final class AsciiPreview {
    private static final int COLUMNS = 28;
    private static final int ROWS = 14;

    /** From dark to light: a terminal draws light on dark, as the pictures are. */
    private static final String RAMP = " .:-=+*#%@";

    private AsciiPreview() {}

    static String of(Picture picture) {
        double scale = Math.min((double) COLUMNS / picture.width(), 2.0 * ROWS / picture.height());
        int columns = Math.max(1, (int) Math.round(picture.width() * scale));
        int rows = Math.max(1, (int) Math.round(picture.height() * scale / 2));
        StringBuilder text = new StringBuilder(rows * (columns + 1));
        for (int row = 0; row < rows; row++) {
            text.append(line(picture, row, rows, columns).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String line(Picture picture, int row, int rows, int columns) {
        int top = row * picture.height() / rows;
        int bottom = Math.max(top + 1, (row + 1) * picture.height() / rows);
        StringBuilder line = new StringBuilder(columns);
        for (int column = 0; column < columns; column++) {
            int left = column * picture.width() / columns;
            int right = Math.max(left + 1, (column + 1) * picture.width() / columns);
            line.append(RAMP.charAt(mean(picture, left, right, top, bottom) * RAMP.length() / 256));
        }
        return line.toString();
    }

    private static int mean(Picture picture, int left, int right, int top, int bottom) {
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += picture.at(x, y);
            }
        }
        return (int) (sum / ((long) (right - left) * (bottom - top)));
    }
}
