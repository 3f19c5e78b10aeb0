package dev.kintsugi.data;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.image.Picture;

/** Pictures and sounds under the data names that topology files give, such as {@code mnist} or {@code fsdd}. */
public interface Dataset {

    boolean hasPictures(String name);

    boolean hasSounds(String name);

    /** @throws dev.kintsugi.Fault when there are no such pictures, or they cannot be read */
    Examples<Picture> pictures(String name, Split split);

    /** @throws dev.kintsugi.Fault when there are no such sounds, or they cannot be read */
    Examples<Sound> sounds(String name, Split split);
}
