package dev.kintsugi.spec;

import java.util.List;

/** The {@code modalities} of a topology file: their kinds, and the rules between them. */
final class Modalities {
    private static final Form<String> NAME =
            Form.matching("[a-z][a-z0-9-]{0,31}", "use up to 32 of a-z, 0-9 and hyphen, a letter first");

    private enum Kind {
        IMAGE,
        AUDIO,
        LABEL
    }

    private Modalities() {}

    static List<ModalitySpec> from(Section root, String topology) {
        String absence = root.has("modalities") ? "is empty" : "is missing";
        return root.section("modalities", section -> {
            List<ModalitySpec> modalities = section.keys().stream()
                    .map(name -> named(section, name, topology))
                    .toList();
            if (modalities.isEmpty()) {
                section.refuse(absence, "name one or more, such as image with kind: image");
            } else if (section.sound()) {
                judge(section, modalities);
            }
            return modalities;
        });
    }

    private static ModalitySpec named(Section modalities, String name, String topology) {
        if (NAME.read(name).isEmpty()) {
            modalities.refuse(name, "is no name for a modality", NAME.remedy().apply(name));
        }
        boolean alone = modalities.keys().size() == 1;
        return modalities.section(name, section -> ofItsKind(section, name, topology + "." + name, alone));
    }

    private static ModalitySpec ofItsKind(Section section, String name, String defaultTopic, boolean alone) {
        Kind kind = section.require("kind", Form.oneOf(Kind.class), Kind.IMAGE);
        if (!section.sound()) {
            // Without its kind nothing can be said about the other keys.
            section.skip();
        }
        if (alone) {
            section.refuseIfPresent("restored", "has no other modality to restore from");
        }
        String topic = section.get("topic", Form.topicName(), defaultTopic);
        String restored = section.get("restored", Form.topicName(), topic + ".restored");
        if (!alone && Form.topicName().read(restored).isEmpty()) {
            section.refuse("topic", "is too long to be followed by .restored", "shorten it, or set restored as well");
        }
        return switch (kind) {
            case IMAGE -> ImageModality.from(section, name, topic, restored);
            case AUDIO -> AudioModality.from(section, name, topic, restored);
            case LABEL -> LabelModality.from(section, name, topic, restored);
        };
    }

    private static void judge(Section section, List<ModalitySpec> modalities) {
        List<String> labels = modalities.stream()
                .filter(LabelModality.class::isInstance)
                .map(ModalitySpec::name)
                .toList();
        if (labels.size() > 1) {
            section.refuse(labels.get(1), "is a label, and so is " + labels.get(0), "keep one label");
        } else if (labels.size() == modalities.size()) {
            section.refuse(labels.get(0), "is a label and the only modality", "add one of kind image or audio");
        } else if (modalities.stream().noneMatch(ModalitySpec::required)) {
            section.refuse("has none that is required", "set required: true on one; only those open observations");
        }
    }
}
