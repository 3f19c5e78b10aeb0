package dev.kintsugi.mvae.bundle;

import dev.kintsugi.mvae.Architecture;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The papers of a model. The maps hold what JSON can hold.
 *
 * @param preprocessing how payloads become the model's values, for those who bring payloads
 * @param clusters what the components of the prior stand for, by number
 * @param quality figures, measured with the rounded weights
 * @param references what drift is measured against
 */
public record Manifest(
        Architecture architecture,
        Map<String, Object> preprocessing,
        Provenance provenance,
        Map<String, Object> clusters,
        Map<String, Object> quality,
        Map<String, Object> references) {
    /** The only format so far. */
    public static final int FORMAT = 1;

    public Manifest {
        preprocessing = sorted(preprocessing);
        clusters = sorted(clusters);
        quality = sorted(quality);
        references = sorted(references);
    }

    /** Of a model that nothing has been measured of yet. */
    public static Manifest of(Architecture architecture, Map<String, Object> preprocessing, Provenance provenance) {
        return new Manifest(architecture, preprocessing, provenance, Map.of(), Map.of(), Map.of());
    }

    public Manifest withClusters(Map<String, Object> found) {
        return new Manifest(architecture, preprocessing, provenance, found, quality, references);
    }

    public Manifest withQuality(Map<String, Object> figures) {
        return new Manifest(architecture, preprocessing, provenance, clusters, figures, references);
    }

    public Manifest withReferences(Map<String, Object> measured) {
        return new Manifest(architecture, preprocessing, provenance, clusters, quality, measured);
    }

    private static Map<String, Object> sorted(Map<String, Object> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
