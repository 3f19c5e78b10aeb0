package dev.kintsugi.spec;

import java.util.List;

/**
 * What an observation shows, told by someone: one class of several.
 *
 * @param classes in the order of the model's outputs
 */
public record LabelModality(String name, String topic, String restored, List<String> classes) implements ModalitySpec {
    private static final Form<String> CLASS =
            Form.matching("\\S(.{0,62}\\S)?", "use a class name of 1 to 64 characters");
    private static final int FEWEST = 2;
    private static final int MOST = 256;

    public LabelModality {
        classes = List.copyOf(classes);
    }

    static LabelModality from(Section section, String name, String topic, String restored) {
        if (section.get("required", Form.flag(), false)) {
            section.refuse("required", "is \"true\"", "use false: labels are taken when they come, never waited for");
        }
        List<String> classes = section.requireList("classes", CLASS);
        if (section.sound() && (classes.size() < FEWEST || classes.size() > MOST)) {
            section.refuse(
                    "classes", "has " + classes.size() + " of them", "list " + FEWEST + " to " + MOST + " classes");
        }
        return new LabelModality(name, topic, restored, classes);
    }

    /** Never: an observation without a label is as complete as one with it. */
    @Override
    public boolean required() {
        return false;
    }
}
