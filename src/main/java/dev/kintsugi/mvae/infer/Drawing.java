package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes a part from latents, which are drawn as was asked, all in one batch; a row depends on its latent alone. */
final class Drawing {
    private final Inference model;
    private final Workspace workspace;
    private final Request.Draw draw;

    Drawing(Inference model, Workspace workspace, Request.Draw draw) {
        this.model = model;
        this.workspace = workspace;
        this.draw = draw;
    }

    /** Values of 0 to 1, for each latent. */
    List<float[]> decoded(Part.Sensed part, List<Latent> latents) {
        float[] rows = rows(part, latents);
        float[] values = new float[latents.size() * part.size()];
        workspace.decodeDrawn(part.name(), rows, grains(part, latents), values);
        List<float[]> decoded = new ArrayList<>();
        for (int i = 0; i < latents.size(); i++) {
            decoded.add(Arrays.copyOfRange(values, i * part.size(), (i + 1) * part.size()));
        }
        return decoded;
    }

    private Noise[] grains(Part.Sensed part, List<Latent> latents) {
        return latents.stream()
                .map(latent -> latent.sampled(draw) ? latent.noise(Grain.streamOf(part)) : null)
                .toArray(Noise[]::new);
    }

    private float[] rows(Part.Sensed part, List<Latent> latents) {
        int size = model.architecture().shared() + part.privateSize();
        float[] rows = new float[latents.size() * size];
        for (int i = 0; i < latents.size(); i++) {
            Latent latent = latents.get(i);
            if (latent.sampled(draw) && drawsLikenesses(part)) {
                Likeness likeness = model.likeness(part.name()).orElseThrow();
                likeness.draw(latent.component(), latent.noise(part.name()), rows, i * size);
            } else {
                latent.write(rows, i * size, part, draw);
            }
        }
        return rows;
    }

    /** With a single component, all that is known of the thing is its posterior. */
    private boolean drawsLikenesses(Part.Sensed part) {
        return model.components().count() > 1 && model.likeness(part.name()).isPresent();
    }
}
