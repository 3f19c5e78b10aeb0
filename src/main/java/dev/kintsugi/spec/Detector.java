package dev.kintsugi.spec;

/** A test for drift. */
public enum Detector {
    /** Kolmogorov and Smirnov's test, on each latent number. */
    KS,
    /** Population stability index, on each latent number. */
    PSI,
    /** Likelihood ratio on the occupancy of clusters. */
    G_TEST,
    /** Maximum mean discrepancy of the shared part, by random Fourier features. */
    MMD,
    /** Page and Hinkley's cumulated sum of the reconstruction error. */
    PAGE_HINKLEY,
    /** Adaptive windowing on the reconstruction error. */
    ADWIN
}
