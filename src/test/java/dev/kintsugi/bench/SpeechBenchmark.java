package dev.kintsugi.bench;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.audio.LogMel;
import dev.kintsugi.codec.audio.MelSettings;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Vocoder;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Half a second of speech at 8 kHz to log-mel, and back to sound: clips a second on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SpeechBenchmark {
    private final Sound[] clips = clips(64);
    private final LogMel logMel = new LogMel(MelSettings.SPOKEN_DIGITS);
    private final LogMel.Workspace ears = logMel.workspace();
    private final Vocoder vocoder = new Vocoder(MelSettings.SPOKEN_DIGITS);
    private final Vocoder.Workspace mouth = vocoder.workspace();
    private final float[][] heard = Arrays.stream(clips).map(logMel::of).toArray(float[][]::new);
    private final float[] values = new float[MelSettings.SPOKEN_DIGITS.size()];
    private int next;

    @Benchmark
    public float[] toLogMel() {
        logMel.into(clips[next++ % clips.length], ears, values, 0);
        return values;
    }

    @Benchmark
    public Decoded<Sound> backToSound() {
        return vocoder.sound(heard[next++ % heard.length], 0, mouth);
    }

    /** Words, repeated or cut after 4,000 samples of which the first is loud. */
    private static Sound[] clips(int count) {
        var sounds = new SyntheticDataset(1).sounds("fsdd", Split.TRAIN);
        Sound[] clips = new Sound[count];
        for (int i = 0; i < count; i++) {
            float[] word = sounds.get(i).value().samples();
            float[] clip = new float[4_000];
            for (int j = 0; j < clip.length; j++) {
                clip[j] = word[(1_000 + j) % word.length];
            }
            clips[i] = new Sound(8_000, clip);
        }
        return clips;
    }
}
