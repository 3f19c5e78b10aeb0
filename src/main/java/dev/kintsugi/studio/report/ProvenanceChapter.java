package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Markup;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Provenance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the model comes from: enough to make it again. */
final class ProvenanceChapter implements Chapter {

    @Override
    public Optional<Section> of(Study study) {
        Bundle bundle = study.model().bundle();
        Provenance from = bundle.manifest().provenance();
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("id", bundle.id());
        entries.put("command", from.command());
        entries.put("data", String.join(", ", from.data()));
        entries.put("seed", Long.toString(from.seed()));
        entries.put("program", from.code());
        entries.put("platform", from.platform());
        entries.put("preprocessing", bundle.manifest().preprocessing().toString());
        entries.put(
                "trust",
                bundle.manifest()
                        .references()
                        .getOrDefault("trust", "not fitted")
                        .toString());
        StringBuilder html = new StringBuilder("<table class=\"list\"><tbody>");
        entries.forEach((what, value) -> html.append("<tr><th>")
                .append(Markup.text(what))
                .append("</th><td><code>")
                .append(Markup.text(value))
                .append("</code></td></tr>"));
        return Optional.of(new Section(
                "provenance",
                "Provenance",
                "The id is a hash of the weights and of how they are used: other papers, another measurement, the same id.",
                html.append("</tbody></table>").toString()));
    }
}
