package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.infer.VectorKernel.Panel;
import dev.kintsugi.mvae.infer.VectorKernel.Piece;
import dev.kintsugi.mvae.infer.VectorKernel.Stage;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of four rows by two vectors, whose sums stay in registers over a long stretch of k; where there are registers for
 * that, of four rows by four vectors, or of eight by two for the last columns.
 *
 * <p>Eight sums hide the latency of a multiply-add (four cycles, two at once) and leave room for the operands in sixteen
 * registers. Sixteen sums read less for each: by four vectors rather than by eight rows where there are as many columns,
 * since to spread a value over a vector takes a multiply-add's place on processors of Intel. A last tile that is not full
 * computes its last row several times over, and writes the same result to the same place.
 *
 * <p>Each tile is a method of its own, with one loop and nothing behind it but stores, since JDK 17 keeps sums in registers
 * only there. It looks up its rows itself: an object that told them would be garbage, for each tile, and a batch would
 * leave megabytes of it.
 *
 * @param broad the weights of broad panels, unless they are halves
 * @param halves the weights of broad panels, if there are any and sixteen bits hold them; else null
 * @param others the weights of the other panels
 */
record VectorTiles(float[] broad, short[] halves, float[] others, float[] bias, Stage[] stages) implements Matrix {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Columns of a panel. */
    static final int PANEL = 2 * LANES;

    /** Columns of a broad one. */
    static final int BROAD = 4 * LANES;

    private static final int ROWS = 4;

    /** Weights of a broad panel's piece, at most. */
    private static final int PIECE = VectorKernel.BLOCK * BROAD;

    /** Values of sixteen bits in a line of a cache. */
    private static final int LINE = 32;

    /**
     * A thread's weights of one piece that came from halves: 32 KB, which newer processors have in their first-level cache.
     * Behind them a value that nobody reads, so that {@link #reach} has something to do.
     */
    private static final ThreadLocal<float[]> NEAR = ThreadLocal.withInitial(() -> new float[PIECE + 1]);

    /** Whether there are registers for two tiles at once: AVX-512 has thirty-two of them. */
    static final boolean WIDE = SPECIES.vectorBitSize() >= 512;

    /** Whether there are registers for four vectors of a row that is alone, but not of four rows: AVX2 has sixteen of them. */
    static final boolean ALONE = SPECIES.vectorBitSize() == 256;

    @Override
    public int width() {
        return bias.length;
    }

    @Override
    public void multiply(float[] in, Rows from, float[] out, Rows to, int count, boolean rectify) {
        for (Stage stage : stages) {
            if (!stage.panel().broad()) {
                tiles(in, from, out, to, count, stage);
            } else if (halves == null) {
                broadTiles(in, from, out, to, count, stage);
            } else {
                tilesOfHalves(in, from, out, to, count, stage);
            }
        }
        for (int row = 0; rectify && row < count; row++) {
            rectify(out, to.clamped(row, count));
        }
    }

    private void rectify(float[] out, int row) {
        for (int at = row; at < row + bias.length; at += LANES) {
            FloatVector sums = FloatVector.fromArray(SPECIES, out, at);
            sums.blend(0, sums.lt(0)).intoArray(out, at);
        }
    }

    private void tilesOfHalves(float[] in, Rows from, float[] out, Rows to, int count, Stage stage) {
        for (Piece piece : stage.pieces()) {
            if (count == 1) {
                alone(in, from, out, to, stage.panel(), piece);
                continue;
            }
            float[] near = NEAR.get();
            for (int row = 0; row < count; row += ROWS) {
                if (row == 0) {
                    widening(in, from, out, to, row, count, stage.panel(), piece, near);
                    near[PIECE] = reach(piece.weight() + piece.length() * BROAD);
                } else {
                    broadly(in, from, out, to, row, count, stage.panel(), piece, near, 0);
                }
            }
        }
    }

    /**
     * Brings the weights that follow near, while others are used. A tile waits for each of its weights, and reads only a few
     * ahead; here nothing waits, and as many are on their way at once as the processor can ask for.
     */
    private int reach(int first) {
        int all = 0;
        for (int at = first; at < Math.min(first + PIECE, halves.length); at += LINE) {
            all |= halves[at];
        }
        return all;
    }

    private void broadTiles(float[] in, Rows from, float[] out, Rows to, int count, Stage stage) {
        for (int row = 0; row < count; row += ROWS) {
            for (Piece piece : stage.pieces()) {
                broadly(in, from, out, to, row, count, stage.panel(), piece, broad, piece.weight());
            }
        }
    }

    private void tiles(float[] in, Rows from, float[] out, Rows to, int count, Stage stage) {
        int row = 0;
        for (; WIDE && row + 2 * ROWS <= count; row += 2 * ROWS) {
            for (Piece piece : stage.pieces()) {
                twice(in, from, out, to, row, count, stage.panel(), piece);
            }
        }
        for (; row < count; row += ROWS) {
            for (Piece piece : stage.pieces()) {
                once(in, from, out, to, row, count, stage.panel(), piece);
            }
        }
    }

    /** A piece of a tile of four rows by two vectors. */
    private void once(float[] in, Rows from, float[] out, Rows to, int row, int count, Panel panel, Piece piece) {
        int length = piece.length();
        int weight = piece.weight();
        boolean first = piece.k() == 0;
        float[] sums = first ? bias : out;
        int a = from.clamped(row, count) + piece.offset();
        int b = from.clamped(row + 1, count) + piece.offset();
        int c = from.clamped(row + 2, count) + piece.offset();
        int d = from.clamped(row + 3, count) + piece.offset();
        int aTo = to.clamped(row, count) + panel.column();
        int bTo = to.clamped(row + 1, count) + panel.column();
        int cTo = to.clamped(row + 2, count) + panel.column();
        int dTo = to.clamped(row + 3, count) + panel.column();
        int aStart = first ? panel.column() : aTo;
        int bStart = first ? panel.column() : bTo;
        int cStart = first ? panel.column() : cTo;
        int dStart = first ? panel.column() : dTo;
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, aStart);
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, aStart + LANES);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sums, bStart);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sums, bStart + LANES);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sums, cStart);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sums, cStart + LANES);
        FloatVector d0 = FloatVector.fromArray(SPECIES, sums, dStart);
        FloatVector d1 = FloatVector.fromArray(SPECIES, sums, dStart + LANES);
        for (int k = 0; k < length; k++) {
            int at = weight + k * PANEL;
            FloatVector w0 = FloatVector.fromArray(SPECIES, others, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, others, at + LANES);
            FloatVector xa = FloatVector.broadcast(SPECIES, in[a + k]);
            a0 = w0.fma(xa, a0);
            a1 = w1.fma(xa, a1);
            FloatVector xb = FloatVector.broadcast(SPECIES, in[b + k]);
            b0 = w0.fma(xb, b0);
            b1 = w1.fma(xb, b1);
            FloatVector xc = FloatVector.broadcast(SPECIES, in[c + k]);
            c0 = w0.fma(xc, c0);
            c1 = w1.fma(xc, c1);
            FloatVector xd = FloatVector.broadcast(SPECIES, in[d + k]);
            d0 = w0.fma(xd, d0);
            d1 = w1.fma(xd, d1);
        }
        a0.intoArray(out, aTo);
        a1.intoArray(out, aTo + LANES);
        b0.intoArray(out, bTo);
        b1.intoArray(out, bTo + LANES);
        c0.intoArray(out, cTo);
        c1.intoArray(out, cTo + LANES);
        d0.intoArray(out, dTo);
        d1.intoArray(out, dTo + LANES);
    }

    /** A piece of a single row by four vectors: which waits for weights from memory, and so reads them as halves. */
    private void alone(float[] in, Rows from, float[] out, Rows to, Panel panel, Piece piece) {
        int length = piece.length();
        int weight = piece.weight();
        boolean first = piece.k() == 0;
        float[] sums = first ? bias : out;
        int a = from.clamped(0, 1) + piece.offset();
        int aTo = to.clamped(0, 1) + panel.column();
        int aStart = first ? panel.column() : aTo;
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, aStart);
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, aStart + LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, sums, aStart + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(SPECIES, sums, aStart + 3 * LANES);
        for (int k = 0; k < length; k++) {
            int at = weight + k * BROAD;
            FloatVector xa = FloatVector.broadcast(SPECIES, in[a + k]);
            a0 = VectorHalves.widened(halves, at).fma(xa, a0);
            a1 = VectorHalves.widened(halves, at + LANES).fma(xa, a1);
            a2 = VectorHalves.widened(halves, at + 2 * LANES).fma(xa, a2);
            a3 = VectorHalves.widened(halves, at + 3 * LANES).fma(xa, a3);
        }
        a0.intoArray(out, aTo);
        a1.intoArray(out, aTo + LANES);
        a2.intoArray(out, aTo + 2 * LANES);
        a3.intoArray(out, aTo + 3 * LANES);
    }

    /** A piece of a tile of four rows by four vectors. */
    private void broadly(
            float[] in,
            Rows from,
            float[] out,
            Rows to,
            int row,
            int count,
            Panel panel,
            Piece piece,
            float[] weights,
            int weight) {
        int length = piece.length();
        boolean first = piece.k() == 0;
        float[] sums = first ? bias : out;
        int a = from.clamped(row, count) + piece.offset();
        int b = from.clamped(row + 1, count) + piece.offset();
        int c = from.clamped(row + 2, count) + piece.offset();
        int d = from.clamped(row + 3, count) + piece.offset();
        int aTo = to.clamped(row, count) + panel.column();
        int bTo = to.clamped(row + 1, count) + panel.column();
        int cTo = to.clamped(row + 2, count) + panel.column();
        int dTo = to.clamped(row + 3, count) + panel.column();
        int aStart = first ? panel.column() : aTo;
        int bStart = first ? panel.column() : bTo;
        int cStart = first ? panel.column() : cTo;
        int dStart = first ? panel.column() : dTo;
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, aStart);
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, aStart + LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, sums, aStart + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(SPECIES, sums, aStart + 3 * LANES);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sums, bStart);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sums, bStart + LANES);
        FloatVector b2 = FloatVector.fromArray(SPECIES, sums, bStart + 2 * LANES);
        FloatVector b3 = FloatVector.fromArray(SPECIES, sums, bStart + 3 * LANES);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sums, cStart);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sums, cStart + LANES);
        FloatVector c2 = FloatVector.fromArray(SPECIES, sums, cStart + 2 * LANES);
        FloatVector c3 = FloatVector.fromArray(SPECIES, sums, cStart + 3 * LANES);
        FloatVector d0 = FloatVector.fromArray(SPECIES, sums, dStart);
        FloatVector d1 = FloatVector.fromArray(SPECIES, sums, dStart + LANES);
        FloatVector d2 = FloatVector.fromArray(SPECIES, sums, dStart + 2 * LANES);
        FloatVector d3 = FloatVector.fromArray(SPECIES, sums, dStart + 3 * LANES);
        for (int k = 0; k < length; k++) {
            int at = weight + k * BROAD;
            FloatVector w0 = FloatVector.fromArray(SPECIES, weights, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, weights, at + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, weights, at + 2 * LANES);
            FloatVector w3 = FloatVector.fromArray(SPECIES, weights, at + 3 * LANES);
            FloatVector xa = FloatVector.broadcast(SPECIES, in[a + k]);
            a0 = w0.fma(xa, a0);
            a1 = w1.fma(xa, a1);
            a2 = w2.fma(xa, a2);
            a3 = w3.fma(xa, a3);
            FloatVector xb = FloatVector.broadcast(SPECIES, in[b + k]);
            b0 = w0.fma(xb, b0);
            b1 = w1.fma(xb, b1);
            b2 = w2.fma(xb, b2);
            b3 = w3.fma(xb, b3);
            FloatVector xc = FloatVector.broadcast(SPECIES, in[c + k]);
            c0 = w0.fma(xc, c0);
            c1 = w1.fma(xc, c1);
            c2 = w2.fma(xc, c2);
            c3 = w3.fma(xc, c3);
            FloatVector xd = FloatVector.broadcast(SPECIES, in[d + k]);
            d0 = w0.fma(xd, d0);
            d1 = w1.fma(xd, d1);
            d2 = w2.fma(xd, d2);
            d3 = w3.fma(xd, d3);
        }
        a0.intoArray(out, aTo);
        a1.intoArray(out, aTo + LANES);
        a2.intoArray(out, aTo + 2 * LANES);
        a3.intoArray(out, aTo + 3 * LANES);
        b0.intoArray(out, bTo);
        b1.intoArray(out, bTo + LANES);
        b2.intoArray(out, bTo + 2 * LANES);
        b3.intoArray(out, bTo + 3 * LANES);
        c0.intoArray(out, cTo);
        c1.intoArray(out, cTo + LANES);
        c2.intoArray(out, cTo + 2 * LANES);
        c3.intoArray(out, cTo + 3 * LANES);
        d0.intoArray(out, dTo);
        d1.intoArray(out, dTo + LANES);
        d2.intoArray(out, dTo + 2 * LANES);
        d3.intoArray(out, dTo + 3 * LANES);
    }

    /** As {@link #broadly} with weights that are halves, and leaves them behind as they are, for the tiles that follow. */
    private void widening(
            float[] in, Rows from, float[] out, Rows to, int row, int count, Panel panel, Piece piece, float[] near) {
        int length = piece.length();
        int weight = piece.weight();
        boolean first = piece.k() == 0;
        float[] sums = first ? bias : out;
        int a = from.clamped(row, count) + piece.offset();
        int b = from.clamped(row + 1, count) + piece.offset();
        int c = from.clamped(row + 2, count) + piece.offset();
        int d = from.clamped(row + 3, count) + piece.offset();
        int aTo = to.clamped(row, count) + panel.column();
        int bTo = to.clamped(row + 1, count) + panel.column();
        int cTo = to.clamped(row + 2, count) + panel.column();
        int dTo = to.clamped(row + 3, count) + panel.column();
        int aStart = first ? panel.column() : aTo;
        int bStart = first ? panel.column() : bTo;
        int cStart = first ? panel.column() : cTo;
        int dStart = first ? panel.column() : dTo;
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, aStart);
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, aStart + LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, sums, aStart + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(SPECIES, sums, aStart + 3 * LANES);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sums, bStart);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sums, bStart + LANES);
        FloatVector b2 = FloatVector.fromArray(SPECIES, sums, bStart + 2 * LANES);
        FloatVector b3 = FloatVector.fromArray(SPECIES, sums, bStart + 3 * LANES);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sums, cStart);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sums, cStart + LANES);
        FloatVector c2 = FloatVector.fromArray(SPECIES, sums, cStart + 2 * LANES);
        FloatVector c3 = FloatVector.fromArray(SPECIES, sums, cStart + 3 * LANES);
        FloatVector d0 = FloatVector.fromArray(SPECIES, sums, dStart);
        FloatVector d1 = FloatVector.fromArray(SPECIES, sums, dStart + LANES);
        FloatVector d2 = FloatVector.fromArray(SPECIES, sums, dStart + 2 * LANES);
        FloatVector d3 = FloatVector.fromArray(SPECIES, sums, dStart + 3 * LANES);
        for (int k = 0; k < length; k++) {
            int at = weight + k * BROAD;
            FloatVector w0 = VectorHalves.widened(halves, at);
            w0.intoArray(near, k * BROAD);
            FloatVector w1 = VectorHalves.widened(halves, at + LANES);
            w1.intoArray(near, k * BROAD + LANES);
            FloatVector w2 = VectorHalves.widened(halves, at + 2 * LANES);
            w2.intoArray(near, k * BROAD + 2 * LANES);
            FloatVector w3 = VectorHalves.widened(halves, at + 3 * LANES);
            w3.intoArray(near, k * BROAD + 3 * LANES);
            FloatVector xa = FloatVector.broadcast(SPECIES, in[a + k]);
            a0 = w0.fma(xa, a0);
            a1 = w1.fma(xa, a1);
            a2 = w2.fma(xa, a2);
            a3 = w3.fma(xa, a3);
            FloatVector xb = FloatVector.broadcast(SPECIES, in[b + k]);
            b0 = w0.fma(xb, b0);
            b1 = w1.fma(xb, b1);
            b2 = w2.fma(xb, b2);
            b3 = w3.fma(xb, b3);
            FloatVector xc = FloatVector.broadcast(SPECIES, in[c + k]);
            c0 = w0.fma(xc, c0);
            c1 = w1.fma(xc, c1);
            c2 = w2.fma(xc, c2);
            c3 = w3.fma(xc, c3);
            FloatVector xd = FloatVector.broadcast(SPECIES, in[d + k]);
            d0 = w0.fma(xd, d0);
            d1 = w1.fma(xd, d1);
            d2 = w2.fma(xd, d2);
            d3 = w3.fma(xd, d3);
        }
        a0.intoArray(out, aTo);
        a1.intoArray(out, aTo + LANES);
        a2.intoArray(out, aTo + 2 * LANES);
        a3.intoArray(out, aTo + 3 * LANES);
        b0.intoArray(out, bTo);
        b1.intoArray(out, bTo + LANES);
        b2.intoArray(out, bTo + 2 * LANES);
        b3.intoArray(out, bTo + 3 * LANES);
        c0.intoArray(out, cTo);
        c1.intoArray(out, cTo + LANES);
        c2.intoArray(out, cTo + 2 * LANES);
        c3.intoArray(out, cTo + 3 * LANES);
        d0.intoArray(out, dTo);
        d1.intoArray(out, dTo + LANES);
        d2.intoArray(out, dTo + 2 * LANES);
        d3.intoArray(out, dTo + 3 * LANES);
    }

    /** A piece of two tiles, eight rows, by two vectors. */
    private void twice(float[] in, Rows from, float[] out, Rows to, int row, int count, Panel panel, Piece piece) {
        int length = piece.length();
        int weight = piece.weight();
        boolean first = piece.k() == 0;
        float[] sums = first ? bias : out;
        int a = from.clamped(row, count) + piece.offset();
        int b = from.clamped(row + 1, count) + piece.offset();
        int c = from.clamped(row + 2, count) + piece.offset();
        int d = from.clamped(row + 3, count) + piece.offset();
        int e = from.clamped(row + 4, count) + piece.offset();
        int f = from.clamped(row + 5, count) + piece.offset();
        int g = from.clamped(row + 6, count) + piece.offset();
        int h = from.clamped(row + 7, count) + piece.offset();
        int aTo = to.clamped(row, count) + panel.column();
        int bTo = to.clamped(row + 1, count) + panel.column();
        int cTo = to.clamped(row + 2, count) + panel.column();
        int dTo = to.clamped(row + 3, count) + panel.column();
        int eTo = to.clamped(row + 4, count) + panel.column();
        int fTo = to.clamped(row + 5, count) + panel.column();
        int gTo = to.clamped(row + 6, count) + panel.column();
        int hTo = to.clamped(row + 7, count) + panel.column();
        int aStart = first ? panel.column() : aTo;
        int bStart = first ? panel.column() : bTo;
        int cStart = first ? panel.column() : cTo;
        int dStart = first ? panel.column() : dTo;
        int eStart = first ? panel.column() : eTo;
        int fStart = first ? panel.column() : fTo;
        int gStart = first ? panel.column() : gTo;
        int hStart = first ? panel.column() : hTo;
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, aStart);
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, aStart + LANES);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sums, bStart);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sums, bStart + LANES);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sums, cStart);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sums, cStart + LANES);
        FloatVector d0 = FloatVector.fromArray(SPECIES, sums, dStart);
        FloatVector d1 = FloatVector.fromArray(SPECIES, sums, dStart + LANES);
        FloatVector e0 = FloatVector.fromArray(SPECIES, sums, eStart);
        FloatVector e1 = FloatVector.fromArray(SPECIES, sums, eStart + LANES);
        FloatVector f0 = FloatVector.fromArray(SPECIES, sums, fStart);
        FloatVector f1 = FloatVector.fromArray(SPECIES, sums, fStart + LANES);
        FloatVector g0 = FloatVector.fromArray(SPECIES, sums, gStart);
        FloatVector g1 = FloatVector.fromArray(SPECIES, sums, gStart + LANES);
        FloatVector h0 = FloatVector.fromArray(SPECIES, sums, hStart);
        FloatVector h1 = FloatVector.fromArray(SPECIES, sums, hStart + LANES);
        for (int k = 0; k < length; k++) {
            int at = weight + k * PANEL;
            FloatVector w0 = FloatVector.fromArray(SPECIES, others, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, others, at + LANES);
            FloatVector xa = FloatVector.broadcast(SPECIES, in[a + k]);
            a0 = w0.fma(xa, a0);
            a1 = w1.fma(xa, a1);
            FloatVector xb = FloatVector.broadcast(SPECIES, in[b + k]);
            b0 = w0.fma(xb, b0);
            b1 = w1.fma(xb, b1);
            FloatVector xc = FloatVector.broadcast(SPECIES, in[c + k]);
            c0 = w0.fma(xc, c0);
            c1 = w1.fma(xc, c1);
            FloatVector xd = FloatVector.broadcast(SPECIES, in[d + k]);
            d0 = w0.fma(xd, d0);
            d1 = w1.fma(xd, d1);
            FloatVector xe = FloatVector.broadcast(SPECIES, in[e + k]);
            e0 = w0.fma(xe, e0);
            e1 = w1.fma(xe, e1);
            FloatVector xf = FloatVector.broadcast(SPECIES, in[f + k]);
            f0 = w0.fma(xf, f0);
            f1 = w1.fma(xf, f1);
            FloatVector xg = FloatVector.broadcast(SPECIES, in[g + k]);
            g0 = w0.fma(xg, g0);
            g1 = w1.fma(xg, g1);
            FloatVector xh = FloatVector.broadcast(SPECIES, in[h + k]);
            h0 = w0.fma(xh, h0);
            h1 = w1.fma(xh, h1);
        }
        a0.intoArray(out, aTo);
        a1.intoArray(out, aTo + LANES);
        b0.intoArray(out, bTo);
        b1.intoArray(out, bTo + LANES);
        c0.intoArray(out, cTo);
        c1.intoArray(out, cTo + LANES);
        d0.intoArray(out, dTo);
        d1.intoArray(out, dTo + LANES);
        e0.intoArray(out, eTo);
        e1.intoArray(out, eTo + LANES);
        f0.intoArray(out, fTo);
        f1.intoArray(out, fTo + LANES);
        g0.intoArray(out, gTo);
        g1.intoArray(out, gTo + LANES);
        h0.intoArray(out, hTo);
        h1.intoArray(out, hTo + LANES);
    }
}
