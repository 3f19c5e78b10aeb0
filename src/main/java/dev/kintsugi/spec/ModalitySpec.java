package dev.kintsugi.spec;

/** One kind of evidence that a topology pairs: something seen or heard, or a label. */
public sealed interface ModalitySpec permits SensedModality, LabelModality {
    /** The topology's own word for it, {@code image} for instance; unique in its topology. */
    String name();

    /** The topic on which its events arrive. */
    String topic();

    /** The topic for its restorations; it exists when the topology has another modality to restore from. */
    String restored();

    /** Whether an observation waits for it. */
    boolean required();
}
