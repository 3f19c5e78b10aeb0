package dev.kintsugi.topology;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.mvae.bundle.Provenance;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.nio.file.Path;
import java.util.List;

/** Bundles for the shipped topology of digits that have learned nothing. */
final class RandomBundle {
    static final TopologySpec DIGITS = TopologyFile.read(Path.of("topologies", "digits.yaml"));

    private RandomBundle() {}

    static Bundle of(Architecture architecture) {
        return of(architecture, 5);
    }

    static Bundle of(Architecture architecture, long seed) {
        Manifest manifest = Manifest.of(
                architecture, Senses.of(DIGITS).preprocessing(), new Provenance(List.of(), seed, "test", "", ""));
        return Bundle.of(manifest, RandomModel.weights(architecture, seed));
    }
}
