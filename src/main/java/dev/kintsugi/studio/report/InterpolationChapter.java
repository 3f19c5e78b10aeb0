package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.studio.Passage;
import java.util.List;
import java.util.Optional;

/** Ways from one thing to another through the latent space. */
final class InterpolationChapter implements Chapter {
    private static final int STEPS = 8;
    private static final int WAYS = 3;

    @Override
    public Optional<Section> of(Study study) {
        List<Thing> things = study.oneOfEach();
        if (things.size() < 2) {
            return Optional.empty();
        }
        Passage passage = new Passage(study.model());
        StringBuilder html = new StringBuilder();
        for (Part.Sensed part : study.parts()) {
            html.append("<h3>from ")
                    .append(part.name())
                    .append(" to ")
                    .append(part.name())
                    .append("</h3>");
            for (int way = 0; way < Math.min(WAYS, things.size() / 2); way++) {
                Thing from = things.get(way);
                Thing to = things.get(things.size() - 1 - way);
                html.append(Sheets.html(
                        passage.sheet(
                                part, from.rows().get(part.name()), to.rows().get(part.name()), STEPS),
                        study.classes().get(from.label()) + " to "
                                + study.classes().get(to.label())));
            }
        }
        return Optional.of(new Section(
                "interpolations",
                "Interpolations",
                "Even steps on a straight line between two things. The caption is what the model takes each step for; the"
                        + " other modality is decoded from the same shared part, with a private part of zero.",
                html.toString()));
    }
}
