package dev.kintsugi.mvae.infer;

/**
 * The point of the latent that one decode starts from.
 *
 * @param row of the posterior of the shared part
 * @param own posterior of the private part if the part is there, and then nothing is drawn; else null
 */
record Latent(int row, Gaussians shared, Gaussians own, int privateSize, long seed, int sample) {

    Noise noise(String stream) {
        return new Noise(seed, sample, stream);
    }

    void write(float[] latents, int at, String part, Request.Draw draw) {
        int size = shared.size();
        System.arraycopy(shared.mean(), row * size, latents, at, size);
        if (own != null) {
            System.arraycopy(own.mean(), 0, latents, at + size, privateSize);
            return;
        }
        if (draw != Request.Draw.NOTHING) {
            new Noise(seed, sample, part).fill(latents, at + size, privateSize);
        }
        if (draw == Request.Draw.ALL) {
            spread(latents, at);
        }
    }

    /** One draw of the shared part for all parts of a sample, so that what they show belongs together. */
    private void spread(float[] latents, int at) {
        int size = shared.size();
        float[] noise = new float[size];
        new Noise(seed, sample, "shared").fill(noise, 0, size);
        for (int i = 0; i < size; i++) {
            double deviation = StrictMath.exp(0.5 * shared.logVariance()[row * size + i]);
            latents[at + i] += (float) (deviation * noise[i]);
        }
    }
}
