package dev.kintsugi.sense;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.audio.CanonicalSound;
import dev.kintsugi.codec.audio.LogMel;
import dev.kintsugi.codec.audio.MelSettings;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Vocoder;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.mvae.Part;
import java.util.Map;

/** Hears sounds of one length. */
public final class Hearing implements Sense<Sound> {
    private static final int BANDS = 40;
    private static final double LOWEST = 60;

    /** What speech has above this tells little of what is said. */
    private static final double HIGHEST = 8_000;

    private static final double FRAME_SECONDS = .032;

    private final MelSettings settings;
    private final LogMel mel;
    private final Vocoder vocoder;

    public Hearing(MelSettings settings) {
        this.settings = settings;
        this.mel = new LogMel(settings);
        this.vocoder = new Vocoder(settings);
    }

    /** The usual way to hear so many samples at this rate: frames of about 32 ms that overlap by half. */
    static Hearing of(int rate, int samples) {
        int window = Math.max(64, Integer.highestOneBit((int) Math.round(rate * FRAME_SECONDS * Math.sqrt(2))));
        int hop = window / 2;
        MelSettings usual = MelSettings.SPOKEN_DIGITS;
        int frames = Math.max(4, (samples + hop - 1) / hop);
        return new Hearing(new MelSettings(
                rate,
                window,
                hop,
                BANDS,
                frames,
                LOWEST,
                Math.min(HIGHEST, rate / 2.0),
                usual.floor(),
                usual.ceiling()));
    }

    static Hearing described(Description description, Part.Sensed part) {
        return new Hearing(new MelSettings(
                description.whole("rate"),
                description.whole("window"),
                description.whole("hop"),
                part.width(),
                part.height(),
                description.decimal("lowest"),
                description.decimal("highest"),
                description.decimal("floor"),
                description.decimal("ceiling")));
    }

    public MelSettings settings() {
        return settings;
    }

    @Override
    public Part.Sensed part(String name, int privateSize) {
        return new Part.Sensed(name, Part.Kind.AUDIO, settings.frames(), settings.bands(), privateSize);
    }

    @Override
    public int size() {
        return settings.size();
    }

    @Override
    public Decoded<Sound> decode(byte[] payload) {
        return Wav.decode(payload);
    }

    @Override
    public Sound canonical(Sound sound) {
        return CanonicalSound.of(sound, settings);
    }

    @Override
    public Decoded<byte[]> canonicalFile(byte[] payload) {
        return CanonicalSound.of(payload, settings)
                .map(Decoded::ok)
                .orElseGet(() -> decode(payload).map(this::canonical).map(this::encode));
    }

    @Override
    public float[] row(Sound sound) {
        return mel.of(sound);
    }

    @Override
    public Decoded<Sound> thing(float[] values) {
        return vocoder.sound(values);
    }

    @Override
    public byte[] encode(Sound sound) {
        return Wav.encode(sound);
    }

    @Override
    public String extension() {
        return "wav";
    }

    @Override
    public Map<String, Object> described() {
        return Map.of(
                "kind", "audio",
                "rate", settings.rate(),
                "window", settings.window(),
                "hop", settings.hop(),
                "lowest", settings.lowest(),
                "highest", settings.highest(),
                "floor", settings.floor(),
                "ceiling", settings.ceiling());
    }
}
