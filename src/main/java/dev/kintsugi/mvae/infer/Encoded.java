package dev.kintsugi.mvae.infer;

/** What an encoder says of some rows: an expert for the shared part, and the posterior of the private part. */
public record Encoded(Gaussians shared, Gaussians privates) {}
