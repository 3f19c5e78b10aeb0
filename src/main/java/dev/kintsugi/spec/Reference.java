package dev.kintsugi.spec;

/** What drift is measured against. */
public enum Reference {
    /** The figures that the bundle carries. */
    BUNDLE,
    /** The first observations after a start with a new model. */
    WARM_UP
}
