package dev.kintsugi.studio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.studio.Model;
import dev.kintsugi.studio.TinyModel;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTest {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final Part.Sensed IMAGE = new Part.Sensed("image", Part.Kind.IMAGE, 9, 7, 2);
    private static final Part.Sensed AUDIO = new Part.Sensed("audio", Part.Kind.AUDIO, 12, 10, 0);
    private static final Part.Labelled LABEL = new Part.Labelled("label", DIGITS);

    /** The page of two modalities and a label, made once. */
    private static final String PAGE = html(both(), Map.of());

    @Test
    void isOneFileThatNeedsNothingElse() {
        assertThat(PAGE).doesNotContainPattern("https?://").doesNotContain("<script", "<link", "@import", "url(");
        assertThat(PAGE).contains("src=\"data:image/png;base64,", "src=\"data:audio/wav;base64,");
    }

    @Test
    void isWellFormed() {
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(PAGE.substring(PAGE.indexOf('\n') + 1)))))
                .doesNotThrowAnyException();
    }

    @Test
    void hasASectionForEachThingThatCanBeShown() {
        assertThat(PAGE)
                .contains("id=\"restorations\"", "id=\"reconstructions\"", "id=\"spectrograms\"", "id=\"generated\"")
                .contains("id=\"interpolations\"", "id=\"traversals\"", "id=\"latents\"", "id=\"confusion\"")
                .contains("id=\"clusters\"", "id=\"attention\"", "id=\"calibration\"", "id=\"training\"")
                .contains("id=\"provenance\"");
    }

    @Test
    void saysThatTheModelReadItsOwnWorkWhereThereIsNoJudge() {
        assertThat(PAGE).contains("read by the model itself");
    }

    @Test
    void showsTheFiguresOfAnEvaluation() {
        Map<String, Object> figures =
                Map.of("accuracy.image", .98765, "intervals", Map.of("accuracy.image", List.of(.98, .99)));

        assertThat(html(both(), figures)).contains("id=\"figures\"", "accuracy.image", "0.9877", "0.9800 to 0.9900");
        assertThat(PAGE).doesNotContain("id=\"figures\"");
    }

    @Test
    void leavesOutWhatAModelOfOneModalityCannotShow() {
        Bundle alone = TinyModel.bundle(new Architecture(List.of(IMAGE), 4, new Prior.Normal()));

        assertThat(html(alone, Map.of()))
                .contains("id=\"generated\"", "id=\"latents\"")
                .doesNotContain("id=\"restorations\"", "id=\"calibration\"", "id=\"clusters\"", "id=\"confusion\"");
    }

    @Test
    void refusesDataWithLabelsThatTheModelDoesNotKnow() {
        Architecture letters =
                new Architecture(List.of(IMAGE, new Part.Labelled("label", List.of("x", "y"))), 4, new Prior.Normal());

        assertThatThrownBy(() -> html(TinyModel.bundle(letters), Map.of()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("not among the model's classes");
    }

    private static Bundle both() {
        Bundle bundle = TinyModel.bundle(new Architecture(List.of(IMAGE, AUDIO, LABEL), 4, new Prior.Mixture(3)));
        List<Map<String, Object>> passes =
                List.of(Map.of("pass", 1, "validation", 9.5), Map.of("pass", 2, "validation", 8.5));
        return bundle.with(bundle.manifest().withQuality(Map.of("training", passes)));
    }

    private static String html(Bundle bundle, Map<String, Object> figures) {
        Path nowhere = Path.of("no-judges-here");
        return new Report(Model.of(bundle), Datasets.open("synthetic", 1), 40, nowhere, figures, 1).html();
    }
}
