package dev.kintsugi.sense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.audio.MelSettings;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.data.Split;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.mvae.bundle.Provenance;
import dev.kintsugi.spec.TopologyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensesTest {
    private static final Provenance PROVENANCE = new Provenance(List.of(), 1, "", "", "");

    @ParameterizedTest
    @ValueSource(strings = {"digits", "two-scripts", "images-only", "audio-only"})
    void areTheSameFromTheTopologyAndFromTheManifest(String topology) {
        Senses senses = Senses.of(TopologyFile.read(Path.of("topologies", topology + ".yaml")));

        Senses read = Senses.of(manifest(senses, senses.preprocessing()));

        assertThat(read.preprocessing()).isEqualTo(senses.preprocessing());
        assertThat(read.data()).isEqualTo(senses.data());
        assertThat(read.fits(architecture(senses))).isTrue();
    }

    @Test
    void hearWhatTheShippedModelsHear() {
        Hearing hearing = (Hearing)
                Senses.of(TopologyFile.read(Path.of("topologies/digits.yaml"))).of("audio");

        assertThat(hearing.settings()).isEqualTo(MelSettings.SPOKEN_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"8000, 8192, 256, 64", "16000, 16384, 512, 64", "44100, 22050, 1024, 44", "4000, 200, 128, 4"})
    void hearInFramesOfAbout32Milliseconds(int rate, int samples, int window, int frames) {
        MelSettings settings = Hearing.of(rate, samples).settings();

        assertThat(settings.window()).isEqualTo(window);
        assertThat(settings.frames()).isEqualTo(frames);
    }

    @Test
    void seeAPictureAgainInTheFileOfItsValues() {
        Sense<?> sight =
                Senses.of(TopologyFile.read(Path.of("topologies/digits.yaml"))).of("image");
        float[] row = new float[sight.size()];
        for (int i = 14 * 28 - 100; i < 14 * 28 + 100; i++) {
            row[i] = (i % 28 > 8 && i % 28 < 20 ? 255 : 0) / 255f;
        }

        byte[] png = sight.write(row).orElseThrow(bad -> new IllegalStateException(bad.message()));

        assertThat(((Sight) sight).decode(png).orElseThrow(bad -> new IllegalStateException(bad.message())))
                .isEqualTo(sight.thing(row).orElseThrow(bad -> new IllegalStateException(bad.message())))
                .isInstanceOf(Picture.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "audio"})
    void bringAFileToTheFormOfItsThingAndLeaveItThen(String part) {
        Senses senses = Senses.of(TopologyFile.read(Path.of("topologies/digits.yaml")));
        for (byte[] file : files(part)) {
            byte[] form = form(senses.of(part), file);

            assertThat(form).isEqualTo(written(senses.of(part), file));
            assertThat(form(senses.of(part), form)).isSameAs(form);
        }
    }

    private static byte[] form(Sense<?> sense, byte[] file) {
        return sense.canonicalFile(file).orElseThrow(bad -> new IllegalStateException(bad.message()));
    }

    private static <T> byte[] written(Sense<T> sense, byte[] file) {
        return sense.encode(
                sense.canonical(sense.decode(file).orElseThrow(bad -> new IllegalStateException(bad.message()))));
    }

    /** Made up, and so of any size and loudness. */
    private static List<byte[]> files(String part) {
        var data = Datasets.open(Datasets.SYNTHETIC, 1);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            files.add(
                    part.equals("image")
                            ? Pictures.png(
                                    data.pictures("mnist", Split.TEST).get(i).value())
                            : Wav.encode(data.sounds("fsdd", Split.TEST).get(i).value()));
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "audio | rate | 8000.5 | preprocessing.audio.rate is 8000.5 where a whole number",
                "audio | lowest | deep | preprocessing.audio.lowest is deep where a number",
                "image | polarity | both | preprocessing.image.polarity is both where detect or light_on_dark",
                "image | kind | audio | preprocessing.image.kind is AUDIO where IMAGE"
            },
            delimiter = '|')
    void refuseAManifestThatDoesNotSayHow(String part, String key, String value, String message) {
        Senses senses = Senses.of(TopologyFile.read(Path.of("topologies/digits.yaml")));
        Map<String, Object> preprocessing = new TreeMap<>(senses.preprocessing());
        Map<String, Object> changed = new TreeMap<>();
        ((Map<?, ?>) preprocessing.get(part)).forEach((name, each) -> changed.put((String) name, each));
        changed.put(key, value.equals("8000.5") ? (Object) 8000.5 : value);
        preprocessing.put(part, changed);

        assertThatThrownBy(() -> Senses.of(manifest(senses, preprocessing)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(message)
                .hasMessageContaining("train it anew");
    }

    @Test
    void refuseAManifestThatSaysNothingOfAPart() {
        Senses senses = Senses.of(TopologyFile.read(Path.of("topologies/digits.yaml")));

        assertThatThrownBy(() -> Senses.of(manifest(senses, Map.of())))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("preprocessing.image is null where an object is expected");
    }

    private static Manifest manifest(Senses senses, Map<String, Object> preprocessing) {
        return Manifest.of(architecture(senses), preprocessing, PROVENANCE);
    }

    private static Architecture architecture(Senses senses) {
        List<Part> parts = senses.byPart().entrySet().stream()
                .<Part>map(each -> each.getValue().part(each.getKey(), 3))
                .toList();
        return new Architecture(parts, 4, new Prior.Normal());
    }
}
