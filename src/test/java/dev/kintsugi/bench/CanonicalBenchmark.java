package dev.kintsugi.bench;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.audio.MelSettings;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.CanonicalPicture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.codec.image.Polarity;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import dev.kintsugi.sense.Hearing;
import dev.kintsugi.sense.Sense;
import dev.kintsugi.sense.Sight;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Files of digits of 28x28 pixels and of half a second at 8 kHz, brought to the form that topics carry. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CanonicalBenchmark {
    private static final int FILES = 64;

    private final Sense<?> sight = new Sight(new CanonicalPicture(28, 28, Polarity.DETECT));
    private final Sense<?> hearing = new Hearing(MelSettings.SPOKEN_DIGITS);
    private final byte[][] pictures = pictures();
    private final byte[][] sounds = sounds();
    private final byte[][] formedPictures = formed(sight, pictures);
    private final byte[][] formedSounds = formed(hearing, sounds);
    private int next;

    @Benchmark
    public Decoded<byte[]> picture() {
        return sight.canonicalFile(pictures[next++ % FILES]);
    }

    @Benchmark
    public Decoded<byte[]> pictureInForm() {
        return sight.canonicalFile(formedPictures[next++ % FILES]);
    }

    @Benchmark
    public Decoded<byte[]> sound() {
        return hearing.canonicalFile(sounds[next++ % FILES]);
    }

    @Benchmark
    public Decoded<byte[]> soundInForm() {
        return hearing.canonicalFile(formedSounds[next++ % FILES]);
    }

    private static byte[][] pictures() {
        var pictures = new SyntheticDataset(1).pictures("mnist", Split.TRAIN);
        return IntStream.range(0, FILES)
                .mapToObj(i -> Pictures.png(pictures.get(i).value()))
                .toArray(byte[][]::new);
    }

    /** Words, cut or followed by silence. */
    private static byte[][] sounds() {
        var sounds = new SyntheticDataset(1).sounds("fsdd", Split.TRAIN);
        return IntStream.range(0, FILES)
                .mapToObj(i -> sounds.get(i).value().samples())
                .map(word -> Wav.encode(new Sound(8_000, Arrays.copyOf(word, 4_000))))
                .toArray(byte[][]::new);
    }

    private static byte[][] formed(Sense<?> sense, byte[][] files) {
        return Arrays.stream(files)
                .map(file -> sense.canonicalFile(file).orElseThrow(bad -> new IllegalStateException(bad.message())))
                .toArray(byte[][]::new);
    }
}
