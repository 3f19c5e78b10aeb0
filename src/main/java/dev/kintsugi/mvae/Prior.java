package dev.kintsugi.mvae;

import java.util.List;

/** The distribution that the shared part of the latent is drawn towards. */
public sealed interface Prior {

    /** One Gaussian, N(0, I), which needs no tensors. */
    record Normal() implements Prior {}

    /** A mixture of Gaussians, whose responsibilities are the soft clusters. */
    record Mixture(int components) implements Prior {
        public Mixture {
            if (components < 1) {
                throw new IllegalArgumentException("a mixture of " + components + " components; it needs one or more");
            }
        }
    }

    /** How many Gaussians it has. */
    default int count() {
        return this instanceof Mixture mixture ? mixture.components() : 1;
    }

    /** Its tensors, for a shared part of this size. */
    default List<TensorShape> tensors(int shared) {
        if (this instanceof Mixture mixture) {
            return List.of(
                    new TensorShape("prior.mean", mixture.components(), shared),
                    new TensorShape("prior.logvar", mixture.components(), shared),
                    new TensorShape("prior.logits", mixture.components()));
        }
        return List.of();
    }
}
