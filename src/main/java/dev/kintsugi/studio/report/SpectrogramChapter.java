package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Markup;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.studio.Prints;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What sounds look like to the model, and sound like once it has decoded them. */
final class SpectrogramChapter implements Chapter {

    @Override
    public Optional<Section> of(Study study) {
        StringBuilder html = new StringBuilder();
        for (Part.Sensed part : study.parts()) {
            if (part.kind() == Part.Kind.AUDIO) {
                html.append(cards(study, part));
            }
        }
        return html.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "spectrograms",
                        "Spectrograms",
                        "Time runs to the right, pitch upwards, loud is bright. Above a recording as the model hears it,"
                                + " below the same after encoding and decoding; listen to what is lost on the way.",
                        html.toString()));
    }

    private static String cards(Study study, Part.Sensed part) {
        List<Thing> things = study.oneOfEach();
        List<float[]> again = ReconstructionChapter.again(study, things, part, Set.of(part.name()));
        StringBuilder html = new StringBuilder("<div class=\"cards narrow\">");
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            String label = study.classes().get(thing.label());
            html.append("<div class=\"card\">")
                    .append(picture(part, thing.rows().get(part.name()), label))
                    .append(picture(part, again.get(i), label + ", decoded"))
                    .append("<div class=\"confidence\"><b>")
                    .append(Markup.text(label))
                    .append("</b></div>")
                    .append(Voices.of("true", study.original(part, thing)))
                    .append(Voices.of("decoded", study.file(part, again.get(i))))
                    .append("</div>");
        }
        return html.append("</div>").toString();
    }

    private static String picture(Part.Sensed part, float[] values, String description) {
        return Markup.picture(Prints.of(part, values), description);
    }
}
