package dev.kintsugi.speed;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.PairedExamples;
import dev.kintsugi.data.Split;
import dev.kintsugi.dice.Dice;
import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.scenario.Evidence;
import dev.kintsugi.scenario.Things;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things of which pictures of 28x28 pixels and sounds of half a second tell, made up once and then told of again and again. */
final class MadeEvents implements Things {
    static final String IMAGE = "image";
    static final String AUDIO = "audio";
    private static final int RATE = 8_000;

    private final List<Bytes> pictures = new ArrayList<>();
    private final List<Bytes> sounds = new ArrayList<>();

    MadeEvents(int different, long seed) {
        var data = Datasets.open(Datasets.SYNTHETIC, seed);
        Map<String, Examples<?>> sides =
                Map.of(IMAGE, data.pictures("mnist", Split.TEST), AUDIO, data.sounds("fsdd", Split.TEST));
        PairedExamples examples = new PairedExamples(seed, sides);
        for (int i = 0; i < different; i++) {
            var drawn = examples.draw(i).sides();
            pictures.add(Bytes.of(Pictures.png((Picture) drawn.get(IMAGE).value())));
            sounds.add(Bytes.of(Wav.encode(halfSecond((Sound) drawn.get(AUDIO).value()))));
        }
    }

    /** Cut, or followed by silence. */
    private static Sound halfSecond(Sound sound) {
        if (sound.rate() != RATE) {
            throw new IllegalStateException("made-up sounds have " + sound.rate() + " Hz");
        }
        return new Sound(RATE, Arrays.copyOf(sound.samples(), RATE / 2));
    }

    @Override
    public Map<String, Evidence> sides(long n) {
        Map<String, Evidence> sides = new LinkedHashMap<>();
        sides.put(IMAGE, (id, time) -> new ImageEvent(id, time, Optional.empty(), picture(n)));
        sides.put(
                AUDIO,
                (id, time) -> new AudioEvent(
                        id, time, Optional.empty(), new AudioPayload.Wav(sounds.get((int) (n % sounds.size())))));
        return sides;
    }

    /** The file that is sent. */
    byte[] bytes(String side, long n) {
        return side.equals(IMAGE)
                ? picture(n).bytes().array()
                : sounds.get((int) (n % sounds.size())).array();
    }

    private ImagePayload picture(long n) {
        return new ImagePayload.Png(pictures.get((int) (n % pictures.size())));
    }

    /** A picture of noise, which no codec makes small: some 850 bytes. */
    static ImagePayload noise(long seed) {
        Dice dice = Dice.of(seed);
        byte[] grey = new byte[28 * 28];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) dice.below(256);
        }
        return new ImagePayload.Grey(28, 28, Bytes.of(grey));
    }
}
