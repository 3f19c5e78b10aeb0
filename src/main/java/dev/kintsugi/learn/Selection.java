package dev.kintsugi.learn;

import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Some of the examples, in their order.
 *
 * @param numbers of those that are in it
 */
record Selection<T>(Examples<T> examples, int[] numbers) implements Examples<T> {

    static <T> Selection<T> of(Examples<T> examples, IntPredicate wanted) {
        return new Selection<>(
                examples, IntStream.range(0, examples.size()).filter(wanted).toArray());
    }

    @Override
    public int size() {
        return numbers.length;
    }

    @Override
    public String label(int number) {
        return examples.label(numbers[number]);
    }

    @Override
    public Example<T> get(int number) {
        return examples.get(numbers[number]);
    }
}
