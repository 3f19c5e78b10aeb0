package dev.kintsugi.topology;

import java.util.Arrays;

/**
 * Tells of most keys that a store surely has none of them, from 32 bits of each that it has.
 *
 * <p>Open addressing, at most half full: some 8 to 16 bytes a key. A mark stands there once for each key that has it, so that
 * a key that goes takes only its own mark with it. The marks behind one that goes move up, or they would no longer be found.
 */
final class Sieve {
    /** No mark is 0. */
    private static final int EMPTY = 0;

    private int[] marks = new int[64];
    private int size;

    /** A key that was not there. */
    void add(Object key) {
        if (2 * ++size > marks.length) {
            grow();
        }
        insert(mark(key));
    }

    /** A key that was there. */
    void remove(Object key) {
        int at = find(mark(key));
        if (marks[at] == EMPTY) {
            throw new IllegalStateException("a key goes that never came");
        }
        size--;
        close(at);
    }

    /** Whether the key may be there; of some that are not, too. */
    boolean mayHold(Object key) {
        return marks[find(mark(key))] != EMPTY;
    }

    int size() {
        return size;
    }

    private void grow() {
        int[] before = marks;
        marks = new int[2 * before.length];
        Arrays.stream(before).filter(mark -> mark != EMPTY).forEach(this::insert);
    }

    private void insert(int mark) {
        int at = home(mark);
        while (marks[at] != EMPTY) {
            at = next(at);
        }
        marks[at] = mark;
    }

    /** Where the mark is, or an empty place. */
    private int find(int mark) {
        int at = home(mark);
        while (marks[at] != mark && marks[at] != EMPTY) {
            at = next(at);
        }
        return at;
    }

    private void close(int gap) {
        int at = next(gap);
        while (marks[at] != EMPTY) {
            if (distance(home(marks[at]), at) >= distance(gap, at)) {
                marks[gap] = marks[at];
                gap = at;
            }
            at = next(at);
        }
        marks[gap] = EMPTY;
    }

    /** Places from one to another, round the end. */
    private int distance(int from, int to) {
        return (to - from) & (marks.length - 1);
    }

    private int home(int mark) {
        return mark & (marks.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (marks.length - 1);
    }

    /** Keys that count up have hashes that do: these are scattered (as MurmurHash3 ends). */
    private static int mark(Object key) {
        int mark = key.hashCode();
        mark = (mark ^ (mark >>> 16)) * 0x85ebca6b;
        mark = (mark ^ (mark >>> 13)) * 0xc2b2ae35;
        mark ^= mark >>> 16;
        return mark == EMPTY ? 1 : mark;
    }
}
