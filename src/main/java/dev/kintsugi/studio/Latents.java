package dev.kintsugi.studio;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Encoded;
import dev.kintsugi.mvae.infer.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points of a part's latent, the shared part and then the private one, and what is decoded from them. */
public final class Latents {
    private Latents() {}

    /** The mean of what a thing alone is taken for. */
    public static float[] of(Workspace workspace, Part.Sensed part, float[] values) {
        Encoded encoded = workspace.encode(part.name(), values, 1);
        float[] shared = workspace.fuse(List.of(encoded.shared()), 1).mean();
        float[] latent = Arrays.copyOf(shared, shared.length + part.privateSize());
        System.arraycopy(encoded.privates().mean(), 0, latent, shared.length, part.privateSize());
        return latent;
    }

    /** The shared part with a private part of zero, the middle of its prior. */
    static float[] plain(float[] shared, Part.Sensed part, int size) {
        return Arrays.copyOf(Arrays.copyOf(shared, size), size + part.privateSize());
    }

    /** For drawings, which count in doubles. */
    public static double[] wide(float[] point) {
        double[] wide = new double[point.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = point[i];
        }
        return wide;
    }

    /** Points on a straight line, its ends included, at even steps. */
    static List<float[]> between(float[] from, float[] to, int steps) {
        List<float[]> points = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            float share = step / (steps - 1f);
            float[] point = new float[from.length];
            for (int i = 0; i < point.length; i++) {
                point[i] = (1 - share) * from[i] + share * to[i];
            }
            points.add(point);
        }
        return points;
    }

    /** Values of a part, from points of its latent. */
    public static List<float[]> decoded(Workspace workspace, Part.Sensed part, List<float[]> latents) {
        float[] rows = Reader.joined(latents, latents.get(0).length);
        float[] values = new float[latents.size() * part.size()];
        workspace.decode(part.name(), rows, latents.size(), values);
        List<float[]> decoded = new ArrayList<>();
        for (int i = 0; i < latents.size(); i++) {
            decoded.add(Arrays.copyOfRange(values, i * part.size(), (i + 1) * part.size()));
        }
        return decoded;
    }
}
