package dev.kintsugi.mvae;

import dev.kintsugi.Fault;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tensors of a model by name, in a fixed order. */
public final class Weights {
    private final Map<String, Tensor> tensors;

    private Weights(Map<String, Tensor> tensors) {
        this.tensors = Collections.unmodifiableMap(tensors);
    }

    public static Weights of(Collection<Tensor> tensors) {
        Map<String, Tensor> byName = new LinkedHashMap<>();
        for (Tensor tensor : tensors) {
            if (byName.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("two tensors are named " + tensor.name());
            }
        }
        return new Weights(byName);
    }

    /** These, and others beside them, or in their place. */
    public Weights with(Collection<Tensor> others) {
        Map<String, Tensor> all = new LinkedHashMap<>(tensors);
        others.forEach(tensor -> all.put(tensor.name(), tensor));
        return new Weights(all);
    }

    public Collection<Tensor> tensors() {
        return tensors.values();
    }

    public Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    public Tensor require(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no tensor is named " + name));
    }

    /**
     * Refuses weights that are not those of this architecture: a tensor that is missing, of another shape, left over, or
     * not finite. What is found out after training may be missing.
     *
     * @param where the file or other place that they came from, for the message
     * @param remedy what whoever reads the message can do
     */
    public Weights fitting(Architecture architecture, String where, String remedy) {
        Map<String, Tensor> rest = new LinkedHashMap<>(tensors);
        for (TensorShape expected : architecture.tensors()) {
            Tensor found = rest.remove(expected.name());
            if (found == null) {
                throw fault(where, expected.name(), "missing", expected.dimensions(), remedy);
            }
            if (!found.described().equals(expected)) {
                throw fault(where, expected.name(), found.described().dimensions(), expected.dimensions(), remedy);
            }
            refuseNonFinite(found, where, remedy);
        }
        for (TensorShape allowed : architecture.findings()) {
            Tensor found = rest.remove(allowed.name());
            if (found != null && !found.described().equals(allowed)) {
                throw fault(where, allowed.name(), found.described().dimensions(), allowed.dimensions(), remedy);
            }
            if (found != null) {
                refuseNonFinite(found, where, remedy);
            }
        }
        for (Tensor extra : rest.values()) {
            throw fault(where, extra.name(), extra.described().dimensions(), "no such tensor", remedy);
        }
        return this;
    }

    private static void refuseNonFinite(Tensor tensor, String where, String remedy) {
        float[] values = tensor.values();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw fault(where, tensor.name(), values[i] + " at " + i, "finite numbers", remedy);
            }
        }
    }

    private static Fault fault(String where, String tensor, String found, String expected, String remedy) {
        return new Fault(
                where + ": tensor " + tensor + " is " + found + ", where the model needs " + expected + "; " + remedy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights that && tensors.equals(that.tensors);
    }

    @Override
    public int hashCode() {
        return tensors.hashCode();
    }

    @Override
    public String toString() {
        return tensors.values().toString();
    }
}
