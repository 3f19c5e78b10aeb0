package dev.kintsugi.pairing;

import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.PairingSpec;
import dev.kintsugi.spec.TopologySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@link PairingSpec} and the modalities of a topology say, in milliseconds.
 *
 * @param modalities in the topology's order
 */
public record PairingRules(
        List<String> modalities,
        Set<String> required,
        long window,
        long grace,
        OptionalLong patience,
        long idle,
        long hindsight,
        long remember,
        int pending) {

    public PairingRules {
        modalities = List.copyOf(modalities);
        required = Set.copyOf(required);
    }

    public static PairingRules of(TopologySpec topology) {
        PairingSpec pairing = topology.pairing();
        return new PairingRules(
                topology.modalities().stream().map(ModalitySpec::name).toList(),
                topology.modalities().stream()
                        .filter(ModalitySpec::required)
                        .map(ModalitySpec::name)
                        .collect(Collectors.toSet()),
                pairing.window().toMillis(),
                pairing.grace().toMillis(),
                pairing.patience().map(Duration::toMillis).map(OptionalLong::of).orElseGet(OptionalLong::empty),
                pairing.idle().toMillis(),
                pairing.hindsight().toMillis(),
                pairing.remember().toMillis(),
                pairing.pending());
    }

    long deadline(long opened) {
        return Times.plus(opened, window + grace);
    }

    boolean complete(Pending pending) {
        for (String modality : required) {
            if (!pending.has(modality)) {
                return false;
            }
        }
        return true;
    }

    boolean restorable(Pending pending) {
        for (Held held : pending.events()) {
            if (required.contains(held.event().modality())) {
                return true;
            }
        }
        return false;
    }

    List<String> missing(Pending pending) {
        List<String> missing = new ArrayList<>();
        for (String modality : modalities) {
            if (!pending.has(modality)) {
                missing.add(modality);
            }
        }
        return missing;
    }
}
