package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Modalities that the shared part is inferred from, in the order of the architecture. */
record Subset(List<String> members) {
    Subset {
        members = List.copyOf(members);
    }

    /**
     * The subsets that the objective sums over: every modality alone, every pair of sensed ones, all sensed, and all.
     *
     * @param labelled whether any label will come
     */
    static List<Subset> of(Architecture architecture, boolean labelled) {
        List<String> sensed = names(architecture.sensed());
        List<String> all = labelled ? names(architecture.modalities()) : sensed;
        Set<Subset> subsets = new LinkedHashSet<>();
        all.forEach(name -> subsets.add(new Subset(List.of(name))));
        for (int i = 0; i < sensed.size(); i++) {
            for (int j = i + 1; j < sensed.size(); j++) {
                subsets.add(new Subset(List.of(sensed.get(i), sensed.get(j))));
            }
        }
        subsets.add(new Subset(sensed));
        subsets.add(new Subset(all));
        return new ArrayList<>(subsets);
    }

    boolean has(String modality) {
        return members.contains(modality);
    }

    boolean isSingle() {
        return members.size() == 1;
    }

    private static List<String> names(List<? extends Part> parts) {
        return parts.stream().map(Part::name).toList();
    }
}
