package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Page.Section;
import java.util.Optional;

/** A section of the page; none where the model has nothing to show for it. */
@FunctionalInterface
interface Chapter {
    Optional<Section> of(Study study);
}
