package dev.kintsugi.cluster;

import java.util.Arrays;

/**
 * The best one-to-one match of rows with columns: the Hungarian method, by shortest augmenting paths (Jonker and Volgenant
 * 1987).
 *
 * <p>Rows are matched one after the other. Each searches the cheapest way to a free column, on which rows matched before
 * may move to other columns; potentials keep all reduced costs at 0 or more, so that the search is Dijkstra's.
 */
public final class Assignment {
    private static final int NONE = -1;

    private final double[][] costs;
    private final double[] rowPotential;
    private final double[] columnPotential;

    /** The row that has each column; the last column is where a search starts. */
    private final int[] rowOf;

    private Assignment(double[][] costs, int columns) {
        this.costs = costs;
        rowPotential = new double[costs.length];
        columnPotential = new double[columns + 1];
        rowOf = new int[columns + 1];
        Arrays.fill(rowOf, NONE);
    }

    /**
     * Matches each row with a column, or each column with a row if there are fewer, so that the weights matched add up to
     * the most.
     *
     * @return the column of each row, or -1
     */
    public static int[] heaviest(double[][] weights) {
        int columns = weights.length == 0 ? 0 : weights[0].length;
        if (weights.length > columns) {
            return inverse(heaviest(transposed(weights, columns)), weights.length);
        }
        double[][] costs = new double[weights.length][columns];
        for (int row = 0; row < weights.length; row++) {
            for (int column = 0; column < columns; column++) {
                costs[row][column] = -weights[row][column];
            }
        }
        Assignment assignment = new Assignment(costs, columns);
        for (int row = 0; row < costs.length; row++) {
            assignment.match(row);
        }
        return inverse(Arrays.copyOf(assignment.rowOf, columns), costs.length);
    }

    private void match(int row) {
        int start = rowOf.length - 1;
        double[] distance = new double[start];
        int[] before = new int[start];
        boolean[] done = new boolean[rowOf.length];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        rowOf[start] = row;
        int at = start;
        while (rowOf[at] != NONE) {
            done[at] = true;
            at = nearest(at, distance, before, done);
        }
        while (at != start) {
            rowOf[at] = rowOf[before[at]];
            at = before[at];
        }
        rowOf[start] = NONE;
    }

    /** Looks on from a column's row, moves the potentials by the least distance, and goes to the column there. */
    private int nearest(int from, double[] distance, int[] before, boolean[] done) {
        int row = rowOf[from];
        int nearest = NONE;
        for (int column = 0; column < distance.length; column++) {
            if (!done[column]) {
                double reduced = costs[row][column] - rowPotential[row] - columnPotential[column];
                if (reduced < distance[column]) {
                    distance[column] = reduced;
                    before[column] = from;
                }
                nearest = nearest == NONE || distance[column] < distance[nearest] ? column : nearest;
            }
        }
        move(distance[nearest], distance, done);
        return nearest;
    }

    private void move(double least, double[] distance, boolean[] done) {
        for (int column = 0; column < done.length; column++) {
            if (done[column]) {
                rowPotential[rowOf[column]] += least;
                columnPotential[column] -= least;
            } else if (column < distance.length) {
                distance[column] -= least;
            }
        }
    }

    private static double[][] transposed(double[][] weights, int columns) {
        double[][] transposed = new double[columns][weights.length];
        for (int row = 0; row < weights.length; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column][row] = weights[row][column];
            }
        }
        return transposed;
    }

    private static int[] inverse(int[] matches, int size) {
        int[] inverse = new int[size];
        Arrays.fill(inverse, NONE);
        for (int i = 0; i < matches.length; i++) {
            if (matches[i] != NONE) {
                inverse[matches[i]] = i;
            }
        }
        return inverse;
    }
}
