package dev.kintsugi.mvae.train;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** A matrix whose rows come of those of another by {@link Moves}; zero where nothing goes to. */
final class Moved extends JavaOperation {
    private final int rows;
    private final Moves moves;

    Moved(SDVariable x, int rows, Moves moves) {
        super(x);
        this.rows = rows;
        this.moves = moves;
    }

    @Override
    public String opName() {
        return "moved";
    }

    @Override
    List<SDVariable> gradients(SDVariable g) {
        return List.of(new Moved(g, rows, moves.back()).outputVariable());
    }

    @Override
    long[] shape() {
        return new long[] {rows, moves.otherWidth()};
    }

    @Override
    Runnable execution(List<FloatBuffer> inputs, FloatBuffer output) {
        float[] row = new float[moves.width()];
        float[] other = new float[moves.otherWidth()];
        boolean apart = moves.apart();
        return () -> {
            for (int i = 0; i < rows; i++) {
                inputs.get(0).get(i * row.length, row);
                if (apart) {
                    // Nothing else is ever written here: what no run goes to stays zero.
                    copy(row, other);
                } else {
                    Arrays.fill(other, 0);
                    add(row, other);
                }
                output.put(i * other.length, other);
            }
        };
    }

    private void copy(float[] row, float[] other) {
        int[] from = moves.from();
        int[] to = moves.to();
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(row, from[i], other, to[i], moves.run());
        }
    }

    private void add(float[] row, float[] other) {
        int[] from = moves.from();
        int[] to = moves.to();
        for (int i = 0; i < from.length; i++) {
            add(row, from[i], other, to[i], moves.run());
        }
    }

    private static void add(float[] row, int from, float[] other, int to, int run) {
        for (int j = 0; j < run; j++) {
            other[to + j] += row[from + j];
        }
    }
}
