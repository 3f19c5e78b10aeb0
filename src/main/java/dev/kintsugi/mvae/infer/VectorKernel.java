package dev.kintsugi.mvae.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel in vectors: tiles of four rows by two vectors, whose sums stay in registers over a long stretch of k; where there
 * are registers for that, of four rows by four vectors, or of eight by two for the last columns.
 *
 * <p>Eight sums hide the latency of a multiply-add (four cycles, two at once) and leave room for the operands in sixteen
 * registers. Sixteen sums read less for each: by four vectors rather than by eight rows where there are as many columns,
 * since to spread a value over a vector takes a multiply-add's place on processors of Intel. Weights are packed into panels
 * as wide as a tile, so that it reads them in one stream. A last tile that is not full computes its last row several times
 * over, and writes the same result to the same place.
 *
 * <p>Compiled, with {@link VectorHalves}, apart from all other classes, with the incubating module, and found by name.
 */
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = 2 * LANES;
    private static final int BROAD = 4 * LANES;
    private static final int ROWS = 4;

    /** Whether there are registers for two tiles at once: AVX-512 has thirty-two of them. */
    private static final boolean WIDE = SPECIES.vectorBitSize() >= 512;

    /** Values of k whose weights stay near while all rows pass by: of AVX-512, 16 KB of a panel, or 32 of a broad one. */
    private static final int BLOCK = 128;

    @Override
    public String name() {
        return "vector " + SPECIES.vectorBitSize();
    }

    @Override
    public int columns() {
        return PANEL;
    }

    @Override
    public Matrix pack(float[] weights, float[] bias, Patch patch, int out) {
        int broad = broad(out);
        int width = broad + (Math.max(0, out - broad) + PANEL - 1) / PANEL * PANEL;
        float[] packed = new float[width * patch.size()];
        for (int column = 0; column < width; column += column < broad ? BROAD : PANEL) {
            int panel = column < broad ? BROAD : PANEL;
            for (int k = 0; k < patch.size(); k++) {
                int to = column * patch.size() + k * panel;
                System.arraycopy(weights, k * out + column, packed, to, Math.min(panel, out - column));
            }
        }
        return new VectorMatrix(
                packed,
                broad == 0 ? null : VectorHalves.of(packed, broad * patch.size()),
                Arrays.copyOf(bias, width),
                broad,
                patch,
                Piece.of(patch));
    }

    /** How many columns are in broad panels; of the rest, a single panel of the others is enough. */
    private static int broad(int out) {
        return WIDE ? (out + BROAD - PANEL - 1) / BROAD * BROAD : 0;
    }

    /**
     * A stretch of k that a tile runs through at once; between two of them its sums wait in the output, and lose nothing there.
     *
     * @param offset from the beginning of the patch to its first value
     * @param k of its first value
     */
    private record Piece(int offset, int k, int length, boolean last) {
        /** The runs of a patch, or, of a single long one, blocks. */
        static Piece[] of(Patch patch) {
            List<Piece> pieces = new ArrayList<>();
            int most = patch.runs() == 1 ? BLOCK : patch.run();
            for (int k = 0; k < patch.size(); k += most) {
                int length = Math.min(most, patch.size() - k);
                int offset = patch.runs() == 1 ? k : k / patch.run() * patch.distance();
                pieces.add(new Piece(offset, k, length, k + length == patch.size()));
            }
            return pieces.toArray(Piece[]::new);
        }
    }

    /** @param halves the weights of broad panels once more, if there are any and sixteen bits hold them; else null */
    private record VectorMatrix(float[] weights, short[] halves, float[] bias, int broad, Patch patch, Piece[] pieces)
            implements Matrix {
        @Override
        public int width() {
            return bias.length;
        }

        @Override
        public void multiply(float[] in, Rows from, float[] out, Rows to, int count, boolean rectify) {
            float least = rectify ? 0 : Float.NEGATIVE_INFINITY;
            for (int column = 0; column < bias.length; column += column < broad ? BROAD : PANEL) {
                if (patch.runs() > 1) {
                    tiles(in, from, out, to, count, column, least, 0, pieces.length);
                } else {
                    for (int piece = 0; piece < pieces.length; piece++) {
                        tiles(in, from, out, to, count, column, least, piece, piece + 1);
                    }
                }
            }
        }

        /** Some pieces of each tile, tile by tile. */
        private void tiles(
                float[] in,
                Rows from,
                float[] out,
                Rows to,
                int count,
                int column,
                float least,
                int firstPiece,
                int endPiece) {
            int row = 0;
            if (count == 1 && column < broad && halves != null) {
                for (int piece = firstPiece; piece < endPiece; piece++) {
                    alone(in, from.clamped(0, 1), out, to.clamped(0, 1) + column, column, least, pieces[piece]);
                }
                return;
            }
            for (; column < broad && row < count; row += ROWS) {
                Four source = from.four(row, count);
                Four target = to.four(row, count).plus(column);
                for (int piece = firstPiece; piece < endPiece; piece++) {
                    broadly(in, source, out, target, column, least, pieces[piece]);
                }
            }
            for (; WIDE && row + 2 * ROWS <= count; row += 2 * ROWS) {
                Four source = from.four(row, count);
                Four nextSource = from.four(row + ROWS, count);
                Four target = to.four(row, count).plus(column);
                Four nextTarget = to.four(row + ROWS, count).plus(column);
                for (int piece = firstPiece; piece < endPiece; piece++) {
                    twice(in, source, nextSource, out, target, nextTarget, column, least, pieces[piece]);
                }
            }
            for (; row < count; row += ROWS) {
                Four source = from.four(row, count);
                Four target = to.four(row, count).plus(column);
                for (int piece = firstPiece; piece < endPiece; piece++) {
                    once(in, source, out, target, column, least, pieces[piece]);
                }
            }
        }

        /** A piece of a tile of four rows; in a method of its own, since JDK 17 keeps sums in registers only there. */
        private void once(float[] in, Four from, float[] out, Four to, int column, float bound, Piece piece) {
            int length = piece.length();
            int weight = column * patch.size() + piece.k() * PANEL;
            float least = piece.last() ? bound : Float.NEGATIVE_INFINITY;
            float[] sums = piece.k() == 0 ? bias : out;
            Four start = piece.k() == 0 ? Four.same(column) : to;
            int a = from.a() + piece.offset();
            int b = from.b() + piece.offset();
            int c = from.c() + piece.offset();
            int d = from.d() + piece.offset();
            FloatVector a0 = FloatVector.fromArray(SPECIES, sums, start.a());
            FloatVector a1 = FloatVector.fromArray(SPECIES, sums, start.a() + LANES);
            FloatVector b0 = FloatVector.fromArray(SPECIES, sums, start.b());
            FloatVector b1 = FloatVector.fromArray(SPECIES, sums, start.b() + LANES);
            FloatVector c0 = FloatVector.fromArray(SPECIES, sums, start.c());
            FloatVector c1 = FloatVector.fromArray(SPECIES, sums, start.c() + LANES);
            FloatVector d0 = FloatVector.fromArray(SPECIES, sums, start.d());
            FloatVector d1 = FloatVector.fromArray(SPECIES, sums, start.d() + LANES);
            for (int k = 0; k < length; k++) {
                FloatVector w0 = FloatVector.fromArray(SPECIES, weights, weight + k * PANEL);
                FloatVector w1 = FloatVector.fromArray(SPECIES, weights, weight + k * PANEL + LANES);
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
            a0.max(least).intoArray(out, to.a());
            a1.max(least).intoArray(out, to.a() + LANES);
            b0.max(least).intoArray(out, to.b());
            b1.max(least).intoArray(out, to.b() + LANES);
            c0.max(least).intoArray(out, to.c());
            c1.max(least).intoArray(out, to.c() + LANES);
            d0.max(least).intoArray(out, to.d());
            d1.max(least).intoArray(out, to.d() + LANES);
        }

        /** A piece of a single row by four vectors: which waits for weights from memory, and so reads them as halves. */
        private void alone(float[] in, int from, float[] out, int to, int column, float bound, Piece piece) {
            int length = piece.length();
            int weight = column * patch.size() + piece.k() * BROAD;
            float least = piece.last() ? bound : Float.NEGATIVE_INFINITY;
            float[] sums = piece.k() == 0 ? bias : out;
            int start = piece.k() == 0 ? column : to;
            int a = from + piece.offset();
            FloatVector a0 = FloatVector.fromArray(SPECIES, sums, start);
            FloatVector a1 = FloatVector.fromArray(SPECIES, sums, start + LANES);
            FloatVector a2 = FloatVector.fromArray(SPECIES, sums, start + 2 * LANES);
            FloatVector a3 = FloatVector.fromArray(SPECIES, sums, start + 3 * LANES);
            for (int k = 0; k < length; k++) {
                int at = weight + k * BROAD;
                FloatVector xa = FloatVector.broadcast(SPECIES, in[a + k]);
                a0 = VectorHalves.widened(halves, at).fma(xa, a0);
                a1 = VectorHalves.widened(halves, at + LANES).fma(xa, a1);
                a2 = VectorHalves.widened(halves, at + 2 * LANES).fma(xa, a2);
                a3 = VectorHalves.widened(halves, at + 3 * LANES).fma(xa, a3);
            }
            a0.max(least).intoArray(out, to);
            a1.max(least).intoArray(out, to + LANES);
            a2.max(least).intoArray(out, to + 2 * LANES);
            a3.max(least).intoArray(out, to + 3 * LANES);
        }

        /** A piece of a tile of four rows by four vectors. */
        private void broadly(float[] in, Four from, float[] out, Four to, int column, float bound, Piece piece) {
            int length = piece.length();
            int weight = column * patch.size() + piece.k() * BROAD;
            float least = piece.last() ? bound : Float.NEGATIVE_INFINITY;
            float[] sums = piece.k() == 0 ? bias : out;
            Four start = piece.k() == 0 ? Four.same(column) : to;
            int a = from.a() + piece.offset();
            int b = from.b() + piece.offset();
            int c = from.c() + piece.offset();
            int d = from.d() + piece.offset();
            FloatVector a0 = FloatVector.fromArray(SPECIES, sums, start.a());
            FloatVector a1 = FloatVector.fromArray(SPECIES, sums, start.a() + LANES);
            FloatVector a2 = FloatVector.fromArray(SPECIES, sums, start.a() + 2 * LANES);
            FloatVector a3 = FloatVector.fromArray(SPECIES, sums, start.a() + 3 * LANES);
            FloatVector b0 = FloatVector.fromArray(SPECIES, sums, start.b());
            FloatVector b1 = FloatVector.fromArray(SPECIES, sums, start.b() + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, sums, start.b() + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, sums, start.b() + 3 * LANES);
            FloatVector c0 = FloatVector.fromArray(SPECIES, sums, start.c());
            FloatVector c1 = FloatVector.fromArray(SPECIES, sums, start.c() + LANES);
            FloatVector c2 = FloatVector.fromArray(SPECIES, sums, start.c() + 2 * LANES);
            FloatVector c3 = FloatVector.fromArray(SPECIES, sums, start.c() + 3 * LANES);
            FloatVector d0 = FloatVector.fromArray(SPECIES, sums, start.d());
            FloatVector d1 = FloatVector.fromArray(SPECIES, sums, start.d() + LANES);
            FloatVector d2 = FloatVector.fromArray(SPECIES, sums, start.d() + 2 * LANES);
            FloatVector d3 = FloatVector.fromArray(SPECIES, sums, start.d() + 3 * LANES);
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
            a0.max(least).intoArray(out, to.a());
            a1.max(least).intoArray(out, to.a() + LANES);
            a2.max(least).intoArray(out, to.a() + 2 * LANES);
            a3.max(least).intoArray(out, to.a() + 3 * LANES);
            b0.max(least).intoArray(out, to.b());
            b1.max(least).intoArray(out, to.b() + LANES);
            b2.max(least).intoArray(out, to.b() + 2 * LANES);
            b3.max(least).intoArray(out, to.b() + 3 * LANES);
            c0.max(least).intoArray(out, to.c());
            c1.max(least).intoArray(out, to.c() + LANES);
            c2.max(least).intoArray(out, to.c() + 2 * LANES);
            c3.max(least).intoArray(out, to.c() + 3 * LANES);
            d0.max(least).intoArray(out, to.d());
            d1.max(least).intoArray(out, to.d() + LANES);
            d2.max(least).intoArray(out, to.d() + 2 * LANES);
            d3.max(least).intoArray(out, to.d() + 3 * LANES);
        }

        /** A piece of two tiles, eight rows. */
        private void twice(
                float[] in,
                Four from,
                Four nextFrom,
                float[] out,
                Four to,
                Four nextTo,
                int column,
                float bound,
                Piece piece) {
            int length = piece.length();
            int weight = column * patch.size() + piece.k() * PANEL;
            float least = piece.last() ? bound : Float.NEGATIVE_INFINITY;
            float[] sums = piece.k() == 0 ? bias : out;
            Four start = piece.k() == 0 ? Four.same(column) : to;
            Four nextStart = piece.k() == 0 ? start : nextTo;
            int a = from.a() + piece.offset();
            int b = from.b() + piece.offset();
            int c = from.c() + piece.offset();
            int d = from.d() + piece.offset();
            int e = nextFrom.a() + piece.offset();
            int f = nextFrom.b() + piece.offset();
            int g = nextFrom.c() + piece.offset();
            int h = nextFrom.d() + piece.offset();
            FloatVector a0 = FloatVector.fromArray(SPECIES, sums, start.a());
            FloatVector a1 = FloatVector.fromArray(SPECIES, sums, start.a() + LANES);
            FloatVector b0 = FloatVector.fromArray(SPECIES, sums, start.b());
            FloatVector b1 = FloatVector.fromArray(SPECIES, sums, start.b() + LANES);
            FloatVector c0 = FloatVector.fromArray(SPECIES, sums, start.c());
            FloatVector c1 = FloatVector.fromArray(SPECIES, sums, start.c() + LANES);
            FloatVector d0 = FloatVector.fromArray(SPECIES, sums, start.d());
            FloatVector d1 = FloatVector.fromArray(SPECIES, sums, start.d() + LANES);
            FloatVector e0 = FloatVector.fromArray(SPECIES, sums, nextStart.a());
            FloatVector e1 = FloatVector.fromArray(SPECIES, sums, nextStart.a() + LANES);
            FloatVector f0 = FloatVector.fromArray(SPECIES, sums, nextStart.b());
            FloatVector f1 = FloatVector.fromArray(SPECIES, sums, nextStart.b() + LANES);
            FloatVector g0 = FloatVector.fromArray(SPECIES, sums, nextStart.c());
            FloatVector g1 = FloatVector.fromArray(SPECIES, sums, nextStart.c() + LANES);
            FloatVector h0 = FloatVector.fromArray(SPECIES, sums, nextStart.d());
            FloatVector h1 = FloatVector.fromArray(SPECIES, sums, nextStart.d() + LANES);
            for (int k = 0; k < length; k++) {
                FloatVector w0 = FloatVector.fromArray(SPECIES, weights, weight + k * PANEL);
                FloatVector w1 = FloatVector.fromArray(SPECIES, weights, weight + k * PANEL + LANES);
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
            a0.max(least).intoArray(out, to.a());
            a1.max(least).intoArray(out, to.a() + LANES);
            b0.max(least).intoArray(out, to.b());
            b1.max(least).intoArray(out, to.b() + LANES);
            c0.max(least).intoArray(out, to.c());
            c1.max(least).intoArray(out, to.c() + LANES);
            d0.max(least).intoArray(out, to.d());
            d1.max(least).intoArray(out, to.d() + LANES);
            e0.max(least).intoArray(out, nextTo.a());
            e1.max(least).intoArray(out, nextTo.a() + LANES);
            f0.max(least).intoArray(out, nextTo.b());
            f1.max(least).intoArray(out, nextTo.b() + LANES);
            g0.max(least).intoArray(out, nextTo.c());
            g1.max(least).intoArray(out, nextTo.c() + LANES);
            h0.max(least).intoArray(out, nextTo.d());
            h1.max(least).intoArray(out, nextTo.d() + LANES);
        }
    }
}
