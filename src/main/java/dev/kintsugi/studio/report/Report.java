package dev.kintsugi.studio.report;

import dev.kintsugi.data.Dataset;
import dev.kintsugi.gallery.Markup;
import dev.kintsugi.gallery.Page;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.studio.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A page about a model: what it makes, what it takes things for, and where it comes from. */
public final class Report {
    private final Study study;
    private final List<Chapter> chapters;

    /**
     * @param things of the test split that are looked at
     * @param judges directory of the judges, who say what restorations show; without them the model reads its own work
     * @param figures that {@code kintsugi evaluate} measured, by name; may be none
     */
    public Report(Model model, Dataset dataset, int things, Path judges, Map<String, Object> figures, long seed) {
        this.study = new Study(model, dataset, things, judges, seed);
        this.chapters = List.of(
                new FiguresChapter(figures),
                new RestorationChapter(),
                new ReconstructionChapter(),
                new SpectrogramChapter(),
                new GenerationChapter(seed),
                new InterpolationChapter(),
                new TraversalChapter(),
                new LatentChapter(seed),
                new ConfusionChapter(),
                new ClusterChapter(),
                new AttentionChapter(),
                new CalibrationChapter(),
                new TrainingChapter(),
                new ProvenanceChapter());
    }

    public String html() {
        List<Section> sections = chapters.stream()
                .map(chapter -> chapter.of(study))
                .flatMap(Optional::stream)
                .toList();
        return new Page("What model " + study.model().id() + " can do", lead(), sections).html();
    }

    private String lead() {
        Model model = study.model();
        String parts = model.architecture().modalities().stream()
                .map(Report::described)
                .collect(Collectors.joining("; "));
        String prior = model.architecture().prior() instanceof Prior.Mixture mixture
                ? "a mixture of " + mixture.components() + " Gaussians"
                : "one Gaussian";
        return "<p>A multimodal variational autoencoder of " + Markup.text(parts) + ". They share "
                + model.architecture().shared() + " numbers, drawn towards " + prior + ". What is shown was made from "
                + study.things().size()
                + " things of the test split, which no model learns from. What is real is written in grey, what the model"
                + " made in gold.</p>";
    }

    private static String described(Part part) {
        if (part instanceof Part.Sensed sensed) {
            return sensed.name() + " (" + sensed.height() + "×" + sensed.width() + " values, " + sensed.privateSize()
                    + " private numbers)";
        }
        return part.name() + " (" + ((Part.Labelled) part).classes().size() + " classes)";
    }
}
