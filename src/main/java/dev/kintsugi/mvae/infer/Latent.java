package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;

/**
 * The point of the latent that one decode starts from.
 *
 * @param of what is known of the thing
 * @param own posterior of the private part if the part is there, and then nothing is drawn; else null
 */
record Latent(Inferred.Posterior of, Gaussians own, long seed, int sample) {
    /** Names the noise that chooses a component; no part can be called so. */
    private static final String COMPONENT = "(component)";

    Noise noise(String stream) {
        return new Noise(seed, sample, stream);
    }

    /** Whether anything but the private part is drawn. */
    boolean sampled(Request.Draw draw) {
        return draw == Request.Draw.ALL && own == null;
    }

    /** What a sample is, drawn by responsibility; the same for all parts of the sample. */
    int component() {
        float[] responsibilities = of.responsibilities();
        double left = noise(COMPONENT).uniform();
        int component = 0;
        while (component < responsibilities.length - 1 && left > responsibilities[component]) {
            left -= responsibilities[component++];
        }
        return component;
    }

    void write(float[] latents, int at, Part.Sensed part, Request.Draw draw) {
        int size = of.shared().size();
        System.arraycopy(of.shared().mean(), 0, latents, at, size);
        if (own != null) {
            System.arraycopy(own.mean(), 0, latents, at + size, part.privateSize());
            return;
        }
        if (draw != Request.Draw.NOTHING) {
            noise(part.name()).fill(latents, at + size, part.privateSize());
        }
        if (draw == Request.Draw.ALL) {
            spread(latents, at);
        }
    }

    /** One draw of the shared part for all parts of a sample, so that what they show belongs together. */
    private void spread(float[] latents, int at) {
        float[] logVariance = of.shared().logVariance();
        float[] noise = new float[logVariance.length];
        noise("shared").fill(noise, 0, noise.length);
        for (int i = 0; i < noise.length; i++) {
            latents[at + i] += (float) (StrictMath.exp(0.5 * logVariance[i]) * noise[i]);
        }
    }
}
