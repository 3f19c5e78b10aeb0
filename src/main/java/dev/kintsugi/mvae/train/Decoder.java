package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Part;
import org.nd4j.autodiff.samediff.SDVariable;

/** The layers that turn latents into a sensed part's logits, in the order of {@link Blocks}. */
record Decoder(Layer dense1, Layer dense2, Layer out) {

    static Decoder of(Parameters parameters, Part.Sensed part, int shared, int rows) {
        String prefix = part.name() + ".dec.";
        int latent = shared + part.privateSize();
        int units1 = Part.Sensed.DECODER_UNITS_1;
        int units2 = Part.Sensed.DECODER_UNITS_2;
        return new Decoder(
                Layer.of(parameters, prefix + "dense1", Layer.rectifiedDeviation(latent), rows),
                Layer.of(parameters, prefix + "dense2", Layer.rectifiedDeviation(units1), rows),
                Layer.of(parameters, prefix + "out", Layer.headDeviation(units2), rows));
    }

    SDVariable logits(SDVariable latent) {
        return out.on(dense2.activated(dense1.activated(latent)));
    }
}
