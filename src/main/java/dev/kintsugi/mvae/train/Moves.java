package dev.kintsugi.mvae.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where runs of values go from one row to another; where several go to one place, they are added up.
 *
 * @param run how many values go together
 * @param width of a row that they come from
 * @param otherWidth of a row that they go to
 * @param from the first place of each run
 * @param to where that goes
 */
record Moves(int run, int width, int otherWidth, int[] from, int[] to) {

    /** All in reverse order, so that values are added up in the order in which automatic differentiation would. */
    Moves back() {
        return new Moves(run, otherWidth, width, reversed(to), reversed(from));
    }

    /** Whether no two runs go to one place. */
    boolean apart() {
        return Arrays.stream(to).distinct().count() == to.length;
    }

    /** Collects moves of runs of one length between rows. */
    static final class Builder {
        private final int run;
        private final int width;
        private final int otherWidth;
        private final List<int[]> moves = new ArrayList<>();

        Builder(int run, int width, int otherWidth) {
            this.run = run;
            this.width = width;
            this.otherWidth = otherWidth;
        }

        /** Moves one run; places count in runs. */
        void move(int from, int to) {
            moves.add(new int[] {from * run, to * run});
        }

        Moves build() {
            return new Moves(
                    run,
                    width,
                    otherWidth,
                    moves.stream().mapToInt(move -> move[0]).toArray(),
                    moves.stream().mapToInt(move -> move[1]).toArray());
        }
    }

    private static int[] reversed(int[] places) {
        int[] reversed = new int[places.length];
        Arrays.setAll(reversed, i -> places[places.length - 1 - i]);
        return reversed;
    }
}
