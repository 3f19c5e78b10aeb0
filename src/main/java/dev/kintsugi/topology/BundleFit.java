package dev.kintsugi.topology;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.LabelModality;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.TopologySpec;

/** Whether a bundle knows what a topology speaks of; said before the first event rather than over it. */
public final class BundleFit {
    private BundleFit() {}

    /** @throws Fault that names the modality that differs */
    public static void require(TopologySpec topology, Bundle bundle) {
        Senses wanted = Senses.of(topology);
        for (ModalitySpec modality : topology.modalities()) {
            Part part = bundle.manifest()
                    .architecture()
                    .part(modality.name())
                    .orElseThrow(() -> fault(modality, "is no part of the bundle " + bundle.shortId()));
            if (part instanceof Part.Labelled labelled) {
                requireClasses(modality, labelled);
            } else if (part instanceof Part.Sensed sensed) {
                requireShape(modality, wanted, sensed);
            }
        }
    }

    private static void requireClasses(ModalitySpec modality, Part.Labelled part) {
        if (!(modality instanceof LabelModality label)) {
            throw fault(modality, "is a label in the bundle");
        }
        if (!label.classes().equals(part.classes())) {
            throw fault(modality, "has the classes " + label.classes() + " where the bundle has " + part.classes());
        }
    }

    private static void requireShape(ModalitySpec modality, Senses wanted, Part.Sensed part) {
        if (modality instanceof LabelModality) {
            throw fault(modality, "is a label, but " + part.kind() + " in the bundle");
        }
        Part.Sensed shape = wanted.of(modality.name()).part(modality.name(), part.privateSize());
        if (!shape.equals(part)) {
            throw fault(
                    modality,
                    "is " + describe(shape) + " (height by width as the model takes it) where the bundle has "
                            + describe(part));
        }
    }

    private static String describe(Part.Sensed part) {
        return part.kind() + " of " + part.height() + "x" + part.width();
    }

    private static Fault fault(ModalitySpec modality, String trouble) {
        return new Fault("modalities." + modality.name() + " of the topology " + trouble
                + "; name the topology's own bundle with --model, or train one with 'kintsugi train'");
    }
}
