package dev.kintsugi.spec;

/**
 * A modality that is seen or heard: it has a payload, a data set to learn it from, and a private part in the latent.
 */
public sealed interface SensedModality extends ModalitySpec permits ImageModality, AudioModality {
    /** The data set it is loaded from: a folder below the data directory, or a theme of the synthetic generator. */
    String data();
}
