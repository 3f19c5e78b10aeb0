package dev.kintsugi.sense;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.image.CanonicalPicture;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.codec.image.Polarity;
import dev.kintsugi.mvae.Part;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sees pictures of one size. */
public record Sight(CanonicalPicture form) implements Sense<Picture> {

    static Sight described(Description description, Part.Sensed part) {
        return new Sight(
                new CanonicalPicture(part.width(), part.height(), description.choice("polarity", Polarity.class)));
    }

    @Override
    public Part.Sensed part(String name, int privateSize) {
        return new Part.Sensed(name, Part.Kind.IMAGE, form.height(), form.width(), privateSize);
    }

    @Override
    public int size() {
        return form.width() * form.height();
    }

    @Override
    public Decoded<Picture> decode(byte[] payload) {
        return Pictures.decode(payload);
    }

    @Override
    public Picture canonical(Picture picture) {
        return form.of(picture);
    }

    @Override
    public Decoded<byte[]> canonicalFile(byte[] payload) {
        Optional<Picture> plain = Pictures.plain(payload);
        return plain.isPresent()
                ? Decoded.ok(file(plain.get(), payload))
                : decode(payload).map(this::canonical).map(this::encode);
    }

    private byte[] file(Picture picture, byte[] payload) {
        Picture seen = canonical(picture);
        return seen == picture ? payload : encode(seen);
    }

    @Override
    public float[] row(Picture picture) {
        float[] values = new float[size()];
        form.into(picture, values, 0);
        return values;
    }

    @Override
    public Decoded<Picture> thing(float[] values) {
        return Pictures.of(values, 0, form.width(), form.height());
    }

    @Override
    public byte[] encode(Picture picture) {
        return Pictures.png(picture);
    }

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public Map<String, Object> described() {
        return Map.of("kind", "image", "polarity", form.polarity().name().toLowerCase(Locale.ROOT));
    }
}
