package dev.kintsugi.data.files;

import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.nio.file.Path;

/**
 * One way in which a place on disk holds examples.
 *
 * @param <T> a picture or a sound
 */
interface Layout<T> {

    /**
     * Whether the place looks as if it held examples in this way; it may yet turn out damaged.
     *
     * @param place a folder, or an archive that holds everything
     * @param name the data name that is looked for
     */
    boolean in(Path place, String name);

    /** Opens what {@link #in} has found. */
    Examples<T> open(Path place, String name, Split split);
}
