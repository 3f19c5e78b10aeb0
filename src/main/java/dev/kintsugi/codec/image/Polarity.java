package dev.kintsugi.codec.image;

/** Which of ink and paper is the lighter. */
public enum Polarity {
    /** Told from each picture by itself: paper is what its edge is made of. */
    DETECT,
    LIGHT_ON_DARK,
    DARK_ON_LIGHT
}
