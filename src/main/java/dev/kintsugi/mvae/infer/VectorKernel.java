package dev.kintsugi.mvae.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * The kernel in vectors, as many values at once as the processor has lanes.
 *
 * <p>Weights are packed into panels of as many columns as a tile of {@link VectorTiles} has, in the order in which they are
 * used: so they are read in one stream. A few columns of panels take on a stretch of k before the next stretch begins, for
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
        if (VectorPixels.fit(patch, out)) {
            return new VectorPixels(weights.clone(), bias.clone());
        }
        List<Panel> panels = panels(out);
        List<Stage> stages = stages(patch, panels);
        int width = panels.stream().mapToInt(Panel::columns).sum();
        float[] packed = new float[width * patch.size()];
        for (Stage stage : stages) {
            for (Piece piece : stage.pieces()) {
                pack(weights, out, stage.panel(), piece, packed);
            }
        }
        short[] halves = panels.get(0).broad() ? VectorHalves.of(packed) : null;
        return new VectorTiles(packed, halves, Arrays.copyOf(bias, width), stages.toArray(Stage[]::new));
    }

    private static void pack(float[] weights, int out, Panel panel, Piece piece, float[] packed) {
        int columns = Math.min(panel.columns(), out - panel.column());
        for (int k = 0; k < piece.length(); k++) {
            int from = (piece.k() + k) * out + panel.column();
            System.arraycopy(weights, from, packed, piece.weight() + k * panel.columns(), columns);
        }
    }

    /** Broad ones where there are registers for these; for the last columns one of the others may be enough. */
    private static List<Panel> panels(int out) {
        List<Panel> panels = new ArrayList<>();
        for (int column = 0;
                column < out;
                column += panels.get(panels.size() - 1).columns()) {
            panels.add(new Panel(column, VectorTiles.WIDE && out - column > VectorTiles.PANEL));
        }
        return panels;
    }

    /** In the order in which they are gone through: for the panels of a group all of one pass, then of the next. */
    private static List<Stage> stages(Patch patch, List<Panel> panels) {
        List<Stage> stages = new ArrayList<>();
        int weight = 0;
        for (List<Panel> group : groups(panels)) {
            for (List<Piece> pass : passes(patch)) {
                for (Panel panel : group) {
                    Piece[] pieces = new Piece[pass.size()];
                    for (int i = 0; i < pieces.length; i++) {
                        pieces[i] = pass.get(i).at(weight);
                        weight += pass.get(i).length() * panel.columns();
                    }
                    stages.add(new Stage(panel, pieces));
                }
            }
        }
        return stages;
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
     * @param weight where the weights of its first value lie
     */
    record Piece(int offset, int k, int length, int weight) {
        Piece at(int newWeight) {
            return new Piece(offset, k, length, newWeight);
        }
    }

    /** What a tile goes through before the next one does. */
    record Stage(Panel panel, Piece... pieces) {}
}
