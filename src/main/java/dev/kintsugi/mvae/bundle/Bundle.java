package dev.kintsugi.mvae.bundle;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.TensorShape;
import dev.kintsugi.mvae.Weights;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A model with its papers: weights rounded to float16, the manifest, and the id that records name it by.
 *
 * <p>Immutable. A bundle exists only if its weights fit its architecture.
 */
public final class Bundle {
    static final String WEIGHTS = "weights.safetensors";
    static final String MANIFEST = "manifest.json";
    static final String REMEDY = "restore the bundle from where it came, or train it anew";

    /** "KBN1": what bytes of a bundle begin with. */
    private static final int MAGIC = 0x4b424e31;

    private static final int SHOWN_DIGITS = 16;

    private final Manifest manifest;
    private final Weights weights;
    private final byte[] tensors;
    private final String id;

    private Bundle(Manifest manifest, Weights weights, byte[] tensors, String where) {
        this.manifest = manifest;
        this.weights = weights.fitting(manifest.architecture(), where, REMEDY);
        this.tensors = tensors;
        String core = Json.canonical(ManifestJson.core(manifest)) + "\n" + Sha256.of(tensors);
        this.id = Sha256.of(core.getBytes(StandardCharsets.UTF_8));
    }

    /** Rounds the weights and orders them as the architecture does. */
    public static Bundle of(Manifest manifest, Weights weights) {
        weights.fitting(manifest.architecture(), "weights", "train the model that the manifest describes");
        List<Tensor> rounded = new ArrayList<>();
        for (TensorShape shape : manifest.architecture().tensors()) {
            rounded.add(Half.rounded(weights.require(shape.name())));
        }
        for (TensorShape shape : manifest.architecture().findings()) {
            weights.find(shape.name()).ifPresent(tensor -> rounded.add(Half.rounded(tensor)));
        }
        Weights kept = Weights.of(rounded);
        return new Bundle(manifest, kept, SafeTensors.write(kept, TensorType.F16), "weights");
    }

    /** Reads a directory, and refuses one that is not, in every part, what was saved. */
    public static Bundle load(Path directory) {
        BundleDirectory files = new BundleDirectory(directory);
        return read(files.read(MANIFEST), files.read(WEIGHTS), files.place(MANIFEST), files.place(WEIGHTS));
    }

    /** Reads {@link #toBytes}. */
    public static Bundle fromBytes(byte[] bytes, String where) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < 2 * Integer.BYTES || buffer.getInt() != MAGIC) {
            throw new Fault(where + " holds no bundle: it does not begin with KBN1; " + REMEDY);
        }
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new Fault(where + " is cut off: its manifest takes " + length + " bytes, where " + buffer.remaining()
                    + " follow; " + REMEDY);
        }
        byte[] manifest = new byte[length];
        buffer.get(manifest);
        byte[] tensors = new byte[buffer.remaining()];
        buffer.get(tensors);
        return read(manifest, tensors, where + "/" + MANIFEST, where + "/" + WEIGHTS);
    }

    public Manifest manifest() {
        return manifest;
    }

    public Weights weights() {
        return weights;
    }

    /** SHA-256 in hexadecimal over the weights and the core of the manifest. */
    public String id() {
        return id;
    }

    /** The first digits of the id, which records carry and people read. */
    public String shortId() {
        return shortId(id);
    }

    /** What {@link #shortId()} is of a bundle that somebody says has that id. */
    public static String shortId(String id) {
        return id.substring(0, Math.min(SHOWN_DIGITS, id.length()));
    }

    /** The same model with other papers; the id stays if their core does. */
    public Bundle with(Manifest papers) {
        return new Bundle(papers, weights, tensors, "weights");
    }

    /** Writes a directory, in place of a bundle that may be there. */
    public void save(Path directory) {
        new BundleDirectory(directory).replace(papers(), tensors);
    }

    public byte[] toBytes() {
        byte[] papers = papers();
        return ByteBuffer.allocate(2 * Integer.BYTES + papers.length + tensors.length)
                .putInt(MAGIC)
                .putInt(papers.length)
                .put(papers)
                .put(tensors)
                .array();
    }

    private byte[] papers() {
        return ManifestJson.write(manifest, id, Sha256.of(tensors));
    }

    private static Bundle read(byte[] papers, byte[] tensors, String manifestPlace, String weightsPlace) {
        Field root = ManifestJson.parse(papers, manifestPlace);
        Manifest manifest = ManifestJson.read(root);
        refuseChange(
                weightsPlace, "SHA-256", Sha256.of(tensors), root.at("weights").text("sha256"));
        Bundle bundle = new Bundle(manifest, SafeTensors.read(tensors, weightsPlace), tensors, weightsPlace);
        refuseChange(manifestPlace, "id", bundle.id, root.text("id"));
        return bundle;
    }

    private static void refuseChange(String where, String what, String found, String expected) {
        if (!found.equals(expected)) {
            throw new Fault(where + " was changed: its " + what + " is " + found + ", where the manifest says "
                    + expected + "; " + REMEDY);
        }
    }
}
