package dev.kintsugi.studio;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.mvae.bundle.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model of a few numbers with random weights, and files for it. */
public final class TinyModel {
    private TinyModel() {}

    /** Of pictures, sounds, and the labels a, b and c. */
    public static Bundle bundle() {
        return bundle(RandomModel.odd());
    }

    public static Bundle bundle(Architecture architecture) {
        Map<String, Object> preprocessing = new HashMap<>();
        for (Part.Sensed part : architecture.sensed()) {
            preprocessing.put(part.name(), preprocessing(part.kind()));
        }
        Provenance provenance = new Provenance(List.of("nowhere"), 1, "test", "test", "kintsugi train");
        return Bundle.of(Manifest.of(architecture, preprocessing, provenance), RandomModel.weights(architecture, 3));
    }

    static Model model() {
        return Model.of(bundle());
    }

    private static Map<String, Object> preprocessing(Part.Kind kind) {
        return switch (kind) {
            case IMAGE -> Map.of("kind", "image", "polarity", "detect", "data", "mnist");
            case AUDIO ->
                Map.of(
                        "kind", "audio", "data", "fsdd", "rate", 8000, "window", 256, "hop", 128, "lowest", 60,
                        "highest", 4000, "floor", 1e-5, "ceiling", 100);
        };
    }

    /** A folder with files of a part, named as given and each of other values. */
    public static Path files(Path folder, Model model, String part, String... names) throws Exception {
        Files.createDirectories(folder);
        for (String name : names) {
            int size = model.senses().of(part).size();
            Decoded<byte[]> file = model.senses().of(part).write(RandomModel.rows(name.hashCode(), 1, size));
            Files.write(folder.resolve(name), ((Decoded.Ok<byte[]>) file).value());
        }
        return folder;
    }
}
