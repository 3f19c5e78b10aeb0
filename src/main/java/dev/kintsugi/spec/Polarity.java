package dev.kintsugi.spec;

/** Which of ink and paper is the lighter in arriving pictures. */
public enum Polarity {
    /** Told from each picture by itself. */
    DETECT,
    LIGHT_ON_DARK,
    DARK_ON_LIGHT
}
