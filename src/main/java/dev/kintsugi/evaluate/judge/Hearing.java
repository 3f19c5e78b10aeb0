package dev.kintsugi.evaluate.judge;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.audio.LogMel;
import dev.kintsugi.codec.audio.MelSettings;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Vocoder;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.dice.Dice;
import java.util.List;

/** Hears sounds: as the power in bands of pitch, frame by frame. */
final class Hearing implements Sense<Sound> {
    private static final MelSettings MEL = MelSettings.SPOKEN_DIGITS;
    private static final Shape SHAPE = new Shape(
            MEL.frames(), MEL.bands(), List.of(new Shape.Convolution(6, 3, 16), new Shape.Convolution(3, 2, 32)));

    private static final double TEMPO = .15;
    private static final double PITCH = .06;
    private static final double LATE = 3;
    private static final double HIGH = 1.5;
    private static final double SOFT = .3;
    private static final double MASKED = .5;
    private static final int MASKED_FRAMES = 6;
    private static final int MASKED_BANDS = 5;
    private static final double NOISE = .04;

    private final LogMel logMel = new LogMel(MEL);
    private final LogMel.Workspace heard = logMel.workspace();
    private final Vocoder vocoder = new Vocoder(MEL);
    private final Vocoder.Workspace spoken = vocoder.workspace();

    @Override
    public String reads() {
        return "audio";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Decoded<Sound> decode(byte[] payload) {
        return Wav.decode(payload);
    }

    @Override
    public byte[] encode(Sound sound) {
        return Wav.encode(sound);
    }

    @Override
    public void into(Sound sound, float[] values, int at) {
        logMel.into(sound, heard, values, at);
    }

    @Override
    public Sound restored(Sound sound) {
        return vocoder.sound(logMel.of(sound), 0, spoken)
                .orElseThrow(bad -> new IllegalStateException("log-mel of a sound: " + bad.message()));
    }

    @Override
    public boolean restoringShows() {
        return true;
    }

    @Override
    public void vary(float[] values, Dice dice, float[] varied, int at) {
        new Warp(
                        1 + dice.between(-PITCH, PITCH),
                        0,
                        0,
                        1 + dice.between(-TEMPO, TEMPO),
                        dice.between(-HIGH, HIGH),
                        dice.between(-LATE, LATE))
                .apply(values, MEL.frames(), MEL.bands(), varied, at);
        if (dice.chance(SOFT)) {
            Blemishes.soften(varied, at, MEL.frames(), MEL.bands(), dice.between(0, 1));
        }
        if (dice.chance(MASKED)) {
            Blemishes.maskRows(varied, at, MEL.frames(), MEL.bands(), MASKED_FRAMES, dice);
        }
        if (dice.chance(MASKED)) {
            Blemishes.maskColumns(varied, at, MEL.frames(), MEL.bands(), MASKED_BANDS, dice);
        }
        Blemishes.roughen(varied, at, MEL.size(), dice.between(0, NOISE), dice);
    }

    @Override
    public Examples<Sound> examples(Dataset data, String name, Split split) {
        return data.sounds(name, split);
    }
}
