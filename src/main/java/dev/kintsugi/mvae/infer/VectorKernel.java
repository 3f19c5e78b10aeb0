package dev.kintsugi.mvae.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;

/**
 * The kernel in vectors, as many values at once as the processor has lanes.
 *
 * <p>Weights are packed into panels of as many columns as a tile of {@link VectorTiles} has, in the order in which they are
 * used: so they are read in one stream. A few panels take on a stretch of k before the next stretch begins, for
 * what they read of the input is then still near.
 *
 * <p>Compiled, with the other classes whose names begin so, apart from all others, with the incubating module, and found by
 * name.
 */
final class VectorKernel implements Kernel {
    /** Values of k whose weights stay near while all rows pass by: of AVX-512, 16 KB of a panel, or 32 of a broad one. */
    static final int BLOCK = 128;

    /** Columns that take on the same stretch of k, one panel after the other. */
    private static final int GROUP = 4 * VectorTiles.BROAD;

    @Override
    public String name() {
        return "vector " + FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    @Override
    public Matrix pack(float[] weights, float[] bias, Patch patch, int out) {
        if (VectorRegisters.fit(patch, out)) {
            return new VectorRegisters(weights.clone(), bias.clone());
        }
        VectorTiles tiles = tiles(weights, bias, patch, out, VectorTiles.WIDE);
        // A patch of several runs is a convolution's, whose rows are pixels: none is ever alone.
        return VectorTiles.ALONE && patch.runs() == 1 ? orAlone(tiles, tiles(weights, bias, patch, out, true)) : tiles;
    }

    private static Matrix orAlone(VectorTiles several, VectorTiles alone) {
        return alone.halves() == null ? several : new VectorChoice(alone, several);
    }

    /** @param broadly whether in broad panels, where there are as many columns */
    private static VectorTiles tiles(float[] weights, float[] bias, Patch patch, int out, boolean broadly) {
        List<Panel> panels = panels(out, broadly);
        List<Stage> stages = stages(patch, panels);
        int width = panels.stream().mapToInt(Panel::columns).sum();
        float[] broad = packed(weights, out, true, stages);
        short[] halves = broad.length == 0 ? null : VectorHalves.of(broad);
        return new VectorTiles(
                halves == null ? broad : new float[0],
                halves,
                packed(weights, out, false, stages),
                Arrays.copyOf(bias, width),
                stages.toArray(Stage[]::new));
    }

    /** The weights of one kind of panels. */
    private static float[] packed(float[] weights, int out, boolean broad, List<Stage> stages) {
        List<Stage> kind =
                stages.stream().filter(stage -> stage.panel().broad() == broad).toList();
        float[] packed = new float[kind.stream().mapToInt(Stage::weights).sum()];
        for (Stage stage : kind) {
            for (Piece piece : stage.pieces()) {
                pack(weights, out, stage.panel(), piece, packed);
            }
        }
        return packed;
    }

    private static void pack(float[] weights, int out, Panel panel, Piece piece, float[] packed) {
        int columns = Math.min(panel.columns(), out - panel.column());
        for (int k = 0; k < piece.length(); k++) {
            int from = (piece.k() + k) * out + panel.column();
            System.arraycopy(weights, from, packed, piece.weight() + k * panel.columns(), columns);
        }
    }

    /** For the last columns, one that is not broad may be enough. */
    private static List<Panel> panels(int out, boolean broadly) {
        List<Panel> panels = new ArrayList<>();
        for (int column = 0;
                column < out;
                column += panels.get(panels.size() - 1).columns()) {
            panels.add(new Panel(column, broadly && out - column > VectorTiles.PANEL));
        }
        return panels;
    }

    /** In the order in which they are gone through: for the panels of a group all of one pass, then of the next. */
    private static List<Stage> stages(Patch patch, List<Panel> panels) {
        List<Stage> stages = new ArrayList<>();
        int broad = 0;
        int others = 0;
        for (List<Panel> group : groups(panels)) {
            for (List<Piece> pass : passes(patch)) {
                for (Panel panel : group) {
                    Stage stage = stage(panel, pass, panel.broad() ? broad : others);
                    stages.add(stage);
                    broad += panel.broad() ? stage.weights() : 0;
                    others += panel.broad() ? 0 : stage.weights();
                }
            }
        }
        return stages;
    }

    private static Stage stage(Panel panel, List<Piece> pass, int firstWeight) {
        Piece[] pieces = new Piece[pass.size()];
        int weight = firstWeight;
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = pass.get(i).at(weight);
            weight += pieces[i].length() * panel.columns();
        }
        return new Stage(panel, pieces);
    }

    /** Those of one run one by one; those of several runs, which are short, all at once. */
    private static List<List<Piece>> passes(Patch patch) {
        List<Piece> pieces = new ArrayList<>();
        for (int run = 0; run < patch.runs(); run++) {
            for (int k = 0; k < patch.run(); k += BLOCK) {
                int length = Math.min(BLOCK, patch.run() - k);
                pieces.add(new Piece(run * patch.distance() + k, run * patch.run() + k, length, 0));
            }
        }
        return patch.runs() > 1
                ? List.of(pieces)
                : pieces.stream().map(List::of).toList();
    }

    private static List<List<Panel>> groups(List<Panel> panels) {
        List<List<Panel>> groups = new ArrayList<>();
        for (Panel panel : panels) {
            if (panel.column() % GROUP == 0) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(panel);
        }
        return groups;
    }

    /** Columns that a tile computes at once. */
    record Panel(int column, boolean broad) {
        int columns() {
            return broad ? VectorTiles.BROAD : VectorTiles.PANEL;
        }
    }

    /**
     * A stretch of k that a tile runs through at once; between two of them its sums wait in the output, and lose nothing there.
     *
     * @param offset from the beginning of the patch to its first value
     * @param k of its first value
     * @param weight where the weights of its first value lie, among those of broad panels or of the others
     */
    record Piece(int offset, int k, int length, int weight) {
        Piece at(int newWeight) {
            return new Piece(offset, k, length, newWeight);
        }
    }

    /** What a tile goes through before the next one does. */
    record Stage(Panel panel, Piece... pieces) {
        int weights() {
            return Stream.of(pieces).mapToInt(Piece::length).sum() * panel.columns();
        }
    }
}
