package dev.kintsugi.evaluate.judge;

import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some of the examples, renumbered. */
record Part<T>(Examples<T> all, int[] numbers) implements Examples<T> {
    /** One in so many examples of the training part is kept back when settings are tried out. */
    private static final int KEPT_BACK = 12;

    static <T> Examples<T> first(Examples<T> all, int most) {
        return some(all, number -> number < most);
    }

    static <T> Examples<T> keptBack(Examples<T> all) {
        return some(all, number -> number % KEPT_BACK == 0);
    }

    static <T> Examples<T> others(Examples<T> all) {
        return some(all, number -> number % KEPT_BACK != 0);
    }

    private static <T> Examples<T> some(Examples<T> all, IntPredicate wanted) {
        return new Part<>(all, IntStream.range(0, all.size()).filter(wanted).toArray());
    }

    @Override
    public int size() {
        return numbers.length;
    }

    @Override
    public String label(int number) {
        return all.label(numbers[number]);
    }

    @Override
    public Example<T> get(int number) {
        return all.get(numbers[number]);
    }
}
