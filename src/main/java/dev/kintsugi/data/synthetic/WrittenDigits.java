package dev.kintsugi.data.synthetic;

import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.dice.Dice;
import java.util.Objects;
import java.util.Optional;

/**
 * Pictures of handwritten digits, each written when asked for.
 *
 * @param source what the numbers of the pictures are appended to
 * @param seed together with its number, all that a picture depends on
 */
record WrittenDigits(String source, Hand hand, long seed, int size) implements Examples<Picture> {

    @Override
    public String label(int number) {
        return Integer.toString(Objects.checkIndex(number, size) % 10);
    }

    @Override
    public Example<Picture> get(int number) {
        Picture picture = hand.write(Objects.checkIndex(number, size) % 10, Dice.of(seed, number));
        return new Example<>(label(number), source + "#" + number, Optional.empty(), picture);
    }
}
