package dev.kintsugi.data;

/**
 * A numbered collection of examples, which are read or made when asked for.
 *
 * <p>Asking twice gives equal examples. Safe for several threads.
 *
 * @param <T> a picture or a sound
 */
public interface Examples<T> {

    /** How many there are: at least one. */
    int size();

    /** The label of an example, without decoding it. */
    String label(int number);

    /**
     * An example, decoded.
     *
     * @throws dev.kintsugi.Fault when its file is damaged
     */
    Example<T> get(int number);
}
