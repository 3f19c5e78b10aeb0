package dev.kintsugi.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kintsugi.gallery.Bars.Bar;
import dev.kintsugi.gallery.Lines.Curve;
import dev.kintsugi.gallery.Page.Section;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PageTest {
    private static final String HOSTILE = "a <b> & \"c\" </section>";

    @Test
    void isWellFormedWhateverTheTitlesSay() {
        Page page = new Page(HOSTILE, "<p>lead</p>", List.of(new Section("one", HOSTILE, "words", "<p>content</p>")));

        assertThatCode(() -> parse(page.html())).doesNotThrowAnyException();
    }

    @Test
    void linksToEachOfItsSections() {
        String html =
                new Page("t", "", List.of(new Section("one", "One", "", ""), new Section("two", "Two", "", ""))).html();

        assertThat(html).contains("href=\"#one\"", "id=\"one\"", "href=\"#two\"", "id=\"two\"");
    }

    @Test
    void chartsAreWellFormedWhateverTheirNamesSay() {
        double[][] places = {{0, 0}, {1, 2}};
        List<String> charts = List.of(
                new Scatter(places, new int[] {0, 1}, List.of(HOSTILE, "b")).svg(HOSTILE, 200),
                new Lines(HOSTILE, List.of(new Curve("c", new double[] {3, 1, 2}))).svg(HOSTILE),
                new Bars(List.of(HOSTILE, "b"), List.of(new Bar(HOSTILE, new double[] {.5, .5}))).svg(HOSTILE),
                new Reliability(List.of(new Reliability.Bin(3, .5, .6))).svg(HOSTILE),
                new Grid(HOSTILE, List.of(HOSTILE), List.of(HOSTILE), new long[][] {{1}}).html());

        assertThat(charts)
                .allSatisfy(chart -> assertThatCode(() -> parse(chart)).doesNotThrowAnyException());
    }

    @Test
    void aCurveOfOneValueIsAPointWithinTheChart() {
        assertThat(new Lines("pass", List.of(new Curve("c", new double[] {7}))).svg("t"))
                .doesNotContain("NaN");
    }

    @Test
    void pointsThatAllLieInOnePlaceAreDrawn() {
        assertThat(new Scatter(new double[][] {{1, 1}, {1, 1}}, new int[] {0, 0}, List.of("a")).svg("t", 100))
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    private static void parse(String xml) throws Exception {
        String document = xml.startsWith("<!DOCTYPE") ? xml.substring(xml.indexOf('\n') + 1) : xml;
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(document)));
    }
}
