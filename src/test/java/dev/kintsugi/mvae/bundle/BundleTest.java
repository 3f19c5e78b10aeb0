package dev.kintsugi.mvae.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
    private static final Architecture ARCHITECTURE = RandomModel.odd();

    @TempDir
    Path directory;

    @Test
    void loadsWhatItSaved() {
        Bundle bundle = bundle(1);
        bundle.save(model());

        Bundle loaded = Bundle.load(model());

        assertThat(loaded.id()).isEqualTo(bundle.id()).matches("[0-9a-f]{64}").startsWith(loaded.shortId());
        assertThat(loaded.weights()).isEqualTo(bundle.weights());
        assertThat(loaded.manifest()).isEqualTo(bundle.manifest());
    }

    @Test
    void keepsLikenessesAndRefusesOneOfAnotherShape() {
        List<Tensor> likenesses = ARCHITECTURE.likenesses().stream()
                .map(shape -> Tensor.of(shape, RandomModel.rows(1, 1, shape.size())))
                .toList();
        Weights plain = RandomModel.weights(ARCHITECTURE, 1);
        Bundle bundle = Bundle.of(manifest(), plain.with(likenesses));

        assertThat(Bundle.fromBytes(bundle.toBytes(), "bytes").weights()).isEqualTo(bundle.weights());
        assertThat(bundle.weights().tensors()).hasSize(plain.tensors().size() + likenesses.size());

        Tensor wrong = new Tensor(likenesses.get(0).name(), new int[] {1}, new float[1]);
        assertThatThrownBy(() -> Bundle.of(manifest(), plain.with(List.of(wrong))))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("tensor " + wrong.name() + " is [1], where the model needs");
    }

    @Test
    void travelsAsBytes() {
        Bundle bundle = bundle(1);

        Bundle read = Bundle.fromBytes(bundle.toBytes(), "models-0@7");

        assertThat(read.id()).isEqualTo(bundle.id());
        assertThat(read.weights()).isEqualTo(bundle.weights());
    }

    @Test
    void holdsEveryArchitecture() {
        for (Architecture architecture :
                List.of(RandomModel.digits(), new Architecture(List.of(RandomModel.AUDIO), 4, new Prior.Normal()))) {
            Manifest manifest = Manifest.of(architecture, Map.of(), manifest().provenance());
            Bundle bundle = Bundle.of(manifest, RandomModel.weights(architecture, 1));

            assertThat(Bundle.fromBytes(bundle.toBytes(), "b").manifest().architecture())
                    .isEqualTo(architecture);
        }
    }

    @Test
    void roundsWeightsWhenMadeSoThatLoadingChangesNothing() {
        float[] before = RandomModel.weights(ARCHITECTURE, 1)
                .require("image.enc.dense.w")
                .values();

        float[] after = bundle(1).weights().require("image.enc.dense.w").values();

        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isEqualTo(Half.toFloat(Half.of(before[i])));
        }
    }

    @Test
    void keepsItsIdWhenFiguresReferencesOrClustersAreAdded() {
        Bundle bundle = bundle(1);
        Manifest papers = bundle.manifest()
                .withQuality(Map.of("coherence", 0.98))
                .withReferences(Map.of("latents", List.of(1, 2.5)))
                .withClusters(Map.of("3", "seven"));

        Bundle known = bundle.with(papers);
        known.save(model());

        assertThat(known.id()).isEqualTo(bundle.id());
        assertThat(Bundle.load(model()).manifest()).isEqualTo(papers);
    }

    @Test
    void hasAnotherIdForOtherWeightsProvenanceOrPreprocessing() {
        Manifest manifest = manifest();
        Provenance provenance = manifest.provenance();
        Manifest otherSeed = Manifest.of(
                ARCHITECTURE,
                manifest.preprocessing(),
                new Provenance(provenance.data(), 43, provenance.code(), provenance.platform(), provenance.command()));
        Manifest otherRate = Manifest.of(ARCHITECTURE, Map.of("rate", 16_000), provenance);

        assertThat(List.of(
                        bundle(1).id(),
                        bundle(2).id(),
                        bundle(1).with(otherSeed).id(),
                        bundle(1).with(otherRate).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void givesTheSameIdWhateverTheOrderOfTensorsAndKeys() {
        List<Tensor> reversed =
                new ArrayList<>(RandomModel.weights(ARCHITECTURE, 1).tensors());
        Collections.reverse(reversed);

        assertThat(Bundle.of(manifest(), Weights.of(reversed)).id())
                .isEqualTo(bundle(1).id());
    }

    @Test
    void replacesABundleAndTakesItsModelCardAlong() throws IOException {
        bundle(1).save(model());
        Files.writeString(model().resolve("README.md"), "a card");

        bundle(2).save(model());

        assertThat(Bundle.load(model()).id()).isEqualTo(bundle(2).id());
        assertThat(model().resolve("README.md")).hasContent("a card");
        assertThat(directory.toFile().list()).containsExactly("model");
    }

    @Test
    void doesNotReplaceADirectoryThatHoldsSomethingElse() throws IOException {
        Files.createDirectory(model());
        Files.writeString(model().resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> bundle(1).save(model()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("holds no bundle");
        assertThat(directory.toFile().list()).containsExactly("model");
        assertThat(model().resolve("thesis.txt")).exists();
    }

    @Test
    void leavesTheOldBundleWhenTheNewOneCannotBeWritten() throws IOException {
        Path file = directory.resolve("file");
        Files.writeString(file, "not a directory");

        assertThatThrownBy(() -> bundle(1).save(file.resolve("model")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("cannot be written");
        assertThat(file).hasContent("not a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {Bundle.MANIFEST, Bundle.WEIGHTS})
    void refusesADirectoryWithAFileMissing(String file) throws IOException {
        bundle(1).save(model());
        Files.delete(model().resolve(file));

        refused(file + " is missing", "train one");
    }

    @Test
    void refusesWeightsThatWereChanged() throws IOException {
        bundle(1).save(model());
        byte[] weights = Files.readAllBytes(model().resolve(Bundle.WEIGHTS));
        weights[weights.length - 1] ^= 1;
        Files.write(model().resolve(Bundle.WEIGHTS), weights);

        refused(Bundle.WEIGHTS + " was changed: its SHA-256 is " + Sha256.of(weights), Bundle.REMEDY);
    }

    @Test
    void refusesACoreThatWasChanged() throws IOException {
        bundle(1).save(model());
        edit(text -> text.replace("\"seed\" : 42", "\"seed\" : 41"));

        refused(Bundle.MANIFEST + " was changed: its id is", bundle(1).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\" : 1        | \"format\" : 2       | format is 2, where this version of Kintsugi reads 1",
                "\"format\" : 1,       | `                  ` | format is missing, where a whole number",
                "\"shared\" : 5        | \"shared\" : 0       | architecture cannot be: a shared part of 0",
                "\"shared\" : 5        | \"shared\" : 6       | tensor image.enc.shared.w is [256, 10], where the model needs [256, 12]",
                "\"kind\" : \"image\"  | \"kind\" : \"smell\" | architecture.modalities[0].kind is \"smell\"",
                "\"kind\" : \"mixture\"| \"kind\" : \"flat\"  | architecture.prior.kind is \"flat\"",
                "\"kind\" : \"mixture\"| \"kind\" : \"normal\"| tensor prior.mean is [3, 5], where the model needs no such tensor",
                "\"height\" : 9        | \"height\" : 2       | cannot be: image is 2x7",
                "\"height\" : 9        | \"height\" : 99999999999 | architecture.modalities[0].height is 99999999999",
                "\"seed\" : 42         | \"seed\" : \"42\"    | provenance.seed is \"42\"",
                "\"quality\" : { }     | \"quality\" : 3      | quality is 3, where a mapping",
                "{                     | (                  | manifest.json is no JSON",
            })
    void refusesAManifestThatIsWrong(String what, String by, String message) throws IOException {
        bundle(1).save(model());
        edit(text -> {
            assertThat(text).contains(what);
            return text.replaceFirst(Pattern.quote(what), by);
        });

        refused(message);
    }

    @Test
    void refusesATensorThatIsMissingEvenIfTheHashesAreRight() {
        List<Tensor> tensors = new ArrayList<>(bundle(1).weights().tensors());
        Tensor removed = tensors.remove(4);
        byte[] weights = SafeTensors.write(Weights.of(tensors), TensorType.F16);

        assertThatThrownBy(() -> Bundle.fromBytes(forged(weights), "models-0@7"))
                .isInstanceOf(Fault.class)
                .hasMessage("models-0@7/weights.safetensors: tensor " + removed.name()
                        + " is missing, where the model needs "
                        + removed.described().dimensions() + "; " + Bundle.REMEDY);
    }

    @Test
    void refusesANumberThatIsNotFiniteEvenIfTheHashesAreRight() {
        byte[] weights = SafeTensors.write(bundle(1).weights(), TensorType.F16);
        weights[weights.length - 1] = 0x7c;
        weights[weights.length - 2] = 0;

        assertThatThrownBy(() -> Bundle.fromBytes(forged(weights), "models-0@7"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("tensor prior.logits is Infinity at 2");
    }

    @Test
    void refusesWeightsThatAreTooLargeForFloat16() {
        List<Tensor> tensors =
                new ArrayList<>(RandomModel.weights(ARCHITECTURE, 1).tensors());
        Tensor first = tensors.get(0);
        float[] values = first.values().clone();
        values[3] = 1e6f;
        tensors.set(0, new Tensor(first.name(), first.shape(), values));

        assertThatThrownBy(() -> Bundle.of(manifest(), Weights.of(tensors)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("image.enc.conv1.w is 1000000.0 at 3")
                .hasMessageContaining("65504");
    }

    @Test
    void refusesBytesThatAreNoBundleOrEndTooSoon() {
        byte[] bytes = bundle(1).toBytes();

        assertThatThrownBy(() -> Bundle.fromBytes(new byte[100], "models-0@7")).hasMessageContaining("holds no bundle");
        assertThatThrownBy(() -> Bundle.fromBytes(Arrays.copyOf(bytes, 100), "models-0@7"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> Bundle.fromBytes(Arrays.copyOf(bytes, bytes.length - 1), "models-0@7"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("was changed");
    }

    /** A bundle whose weights were replaced by one who can compute hashes. */
    private static byte[] forged(byte[] weights) {
        Bundle good = bundle(1);
        byte[] papers = ManifestJson.write(good.manifest(), good.id(), Sha256.of(weights));
        return ByteBuffer.allocate(8 + papers.length + weights.length)
                .put("KBN1".getBytes(StandardCharsets.US_ASCII))
                .putInt(papers.length)
                .put(papers)
                .put(weights)
                .array();
    }

    private void edit(UnaryOperator<String> change) throws IOException {
        Path manifest = model().resolve(Bundle.MANIFEST);
        Files.writeString(manifest, change.apply(Files.readString(manifest)));
    }

    private void refused(String... parts) {
        assertThatThrownBy(() -> Bundle.load(model()))
                .isInstanceOf(Fault.class)
                .message()
                .contains(parts);
    }

    private Path model() {
        return directory.resolve("model");
    }

    private static Bundle bundle(long seed) {
        return Bundle.of(manifest(), RandomModel.weights(ARCHITECTURE, seed));
    }

    private static Manifest manifest() {
        return Manifest.of(
                ARCHITECTURE,
                Map.of("rate", 8000, "bands", List.of(60.5, 4000.0), "scale", Map.of("add", 5, "divide", 7)),
                new Provenance(List.of("synthetic"), 42, "0.1.0", "linux amd64, JDK 17", "kintsugi train --seed 42"));
    }
}
