package dev.kintsugi.spec;

/** The distribution that the shared part of the latent is drawn towards. */
public enum Prior {
    /** As many Gaussians as components, whose responsibilities are the soft clusters. */
    MIXTURE,
    /** One Gaussian, N(0, I). */
    NORMAL
}
