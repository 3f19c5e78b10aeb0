package dev.kintsugi.gallery;

import java.util.ArrayList;
import java.util.List;

/**
 * Many prints on one, in rows on dark ground.
 *
 * @param rows each with a title, which may be empty; prints of one column stand below each other
 */
public record ContactSheet(List<Row> rows) {
    private static final int GAP = 6;
    private static final int MARGIN = 18;
    private static final int LETTERS = 2;

    /** A print, with a few words below it or none. */
    public record Tile(Print print, String caption) {}

    /** @param gold whether its title is gilded, for what a model made */
    public record Row(String title, boolean gold, List<Tile> tiles) {
        public Row {
            tiles = List.copyOf(tiles);
        }
    }

    public ContactSheet {
        rows = List.copyOf(rows);
        if (rows.stream().allMatch(row -> row.tiles().isEmpty())) {
            throw new IllegalArgumentException("a contact sheet without prints");
        }
    }

    /** Prints one after the other in rows of so many, without titles. */
    public static ContactSheet of(List<Tile> tiles, int columns) {
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < tiles.size(); from += columns) {
            rows.add(new Row("", false, tiles.subList(from, Math.min(tiles.size(), from + columns))));
        }
        return new ContactSheet(rows);
    }

    public Print print() {
        int gutter = gutter();
        int column = rows.stream().mapToInt(ContactSheet::widest).max().orElseThrow();
        int columns = rows.stream().mapToInt(row -> row.tiles().size()).max().orElseThrow();
        int height = rows.stream().mapToInt(ContactSheet::height).sum();
        Print sheet = Print.blank(
                2 * MARGIN + gutter + columns * (column + GAP) - GAP, 2 * MARGIN + height - GAP, Palette.LACQUER);
        int top = MARGIN;
        for (Row row : rows) {
            draw(row, sheet, gutter, column, top);
            top += height(row);
        }
        return sheet;
    }

    private static void draw(Row row, Print sheet, int gutter, int column, int top) {
        int tallest = tallest(row);
        int colour = row.gold() ? Palette.GOLD : Palette.CHALK;
        Lettering.write(sheet, row.title(), MARGIN, top + (tallest - Lettering.HEIGHT * LETTERS) / 2, LETTERS, colour);
        int left = MARGIN + gutter;
        for (Tile tile : row.tiles()) {
            sheet.put(tile.print(), left + (column - tile.print().width()) / 2, top);
            int words = Lettering.width(tile.caption(), LETTERS);
            Lettering.write(sheet, tile.caption(), left + (column - words) / 2, top + tallest + GAP, LETTERS, colour);
            left += column + GAP;
        }
    }

    private int gutter() {
        int widest = rows.stream()
                .mapToInt(row -> Lettering.width(row.title(), LETTERS))
                .max()
                .orElse(0);
        return widest == 0 ? 0 : widest + 2 * GAP;
    }

    private static int height(Row row) {
        boolean captions = row.tiles().stream().anyMatch(tile -> !tile.caption().isEmpty());
        return tallest(row) + GAP + (captions ? Lettering.HEIGHT * LETTERS + 2 * GAP : 0);
    }

    private static int tallest(Row row) {
        return row.tiles().stream()
                .mapToInt(tile -> tile.print().height())
                .max()
                .orElse(Lettering.HEIGHT * LETTERS);
    }

    private static int widest(Row row) {
        return row.tiles().stream()
                .mapToInt(tile -> Math.max(tile.print().width(), Lettering.width(tile.caption(), LETTERS)))
                .max()
                .orElse(0);
    }
}
