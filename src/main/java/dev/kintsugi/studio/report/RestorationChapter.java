package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Markup;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Restored;
import dev.kintsugi.studio.Prints;
import java.util.Optional;

/** One thing of each class with a side hidden and restored, beside the truth. */
final class RestorationChapter implements Chapter {

    @Override
    public Optional<Section> of(Study study) {
        if (study.parts().size() < 2) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder();
        for (Part.Sensed from : study.parts()) {
            for (Part.Sensed to : study.parts()) {
                if (!from.equals(to)) {
                    html.append(direction(study, from, to));
                }
            }
        }
        return Optional.of(new Section(
                "restorations",
                "Restorations",
                "One side was seen, the other was restored from it and is shown, and played, beside a true one. The first"
                        + " thing of each class, as it came: nothing was picked.",
                html.toString()));
    }

    private static String direction(Study study, Part.Sensed from, Part.Sensed to) {
        StringBuilder html = new StringBuilder("<h3>" + from.name() + " → " + to.name() + "</h3><div class=\"cards\">");
        for (Thing thing : study.oneOfEach()) {
            Restored.Whole whole = study.restored(from).get(thing.number());
            html.append(card(study, thing, from, to, whole));
        }
        return html.append("</div>").toString();
    }

    private static String card(Study study, Thing thing, Part.Sensed from, Part.Sensed to, Restored.Whole whole) {
        Restored.Side side = whole.sides().get(to.name());
        String truth = study.classes().get(thing.label());
        StringBuilder card = new StringBuilder("<div class=\"card\"><div class=\"pair\">");
        card.append(figure(from, thing.rows().get(from.name()), "seen", false))
                .append("<span class=\"arrow\">→</span>")
                .append(figure(to, side.values(), "restored", true))
                .append(figure(to, thing.rows().get(to.name()), "a true " + truth, false))
                .append("</div><div class=\"confidence\"><span>is ")
                .append(Markup.text(truth))
                .append(", taken for ")
                .append(Markup.text(study.reader().of(whole.posterior()).label()))
                .append("</span><span>confidence ")
                .append(Percent.of(side.confidence()))
                .append("</span></div>");
        if (to.kind() == Part.Kind.AUDIO) {
            card.append(Voices.of("restored", study.file(to, side.values())))
                    .append(Voices.of("true", study.original(to, thing)));
        }
        if (from.kind() == Part.Kind.AUDIO) {
            card.append(Voices.of("heard", study.original(from, thing)));
        }
        return card.append("</div>").toString();
    }

    private static String figure(Part.Sensed part, float[] values, String caption, boolean made) {
        return "<figure" + (made ? " class=\"made\"" : "") + ">" + Markup.picture(Prints.of(part, values), caption)
                + "<figcaption>" + Markup.text(caption) + "</figcaption></figure>";
    }
}
