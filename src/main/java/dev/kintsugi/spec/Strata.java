package dev.kintsugi.spec;

/** By what the observations of a window are told apart before they are summarised. */
public enum Strata {
    /**
     * By which modalities were observed, so that a change in what is missing does not look like a change in what is.
     */
    OBSERVED,
    /** Not at all. */
    NONE
}
