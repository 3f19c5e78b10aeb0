package dev.kintsugi.evaluate.judge;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.dice.Dice;

/**
 * How a judge sees or hears: from a payload as a user gets it to the numbers that its network reads.
 *
 * <p>For one thread at a time.
 *
 * @param <T> a picture or a sound
 */
sealed interface Sense<T> permits Sight, Hearing {

    /** As a card says it: image or audio. */
    String reads();

    Shape shape();

    Decoded<T> decode(byte[] payload);

    byte[] encode(T value);

    /** Writes what the network reads of a value, from an index on. */
    void into(T value, float[] values, int at);

    /** What comes of a value that a model restores without any fault. */
    T restored(T value);

    /** Whether {@link #restored} changes anything, so that a judge must learn to read it as well. */
    boolean restoringShows();

    /** Writes other numbers of the same class, from an index on: as another hand or voice would have it. */
    void vary(float[] values, Dice dice, float[] varied, int at);

    Examples<T> examples(Dataset data, String name, Split split);
}
