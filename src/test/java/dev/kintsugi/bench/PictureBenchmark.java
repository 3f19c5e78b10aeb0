package dev.kintsugi.bench;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.image.CanonicalPicture;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.codec.image.Polarity;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
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

/** A digit of 28x28 pixels from PNG to what models see, and back to PNG. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PictureBenchmark {
    private final Picture[] digits = digits(64);
    private final byte[] png = Pictures.png(digits[0]);
    private final CanonicalPicture canonical = new CanonicalPicture(28, 28, Polarity.DETECT);
    private final float[] values = new float[28 * 28];
    private int next;

    @Benchmark
    public Decoded<Picture> readPng() {
        return Pictures.decode(png);
    }

    @Benchmark
    public byte[] writePng() {
        return Pictures.png(digits[next++ % digits.length]);
    }

    @Benchmark
    public float[] toValues() {
        canonical.into(digits[next++ % digits.length], values, 0);
        return values;
    }

    private static Picture[] digits(int count) {
        var pictures = new SyntheticDataset(1).pictures("mnist", Split.TRAIN);
        return IntStream.range(0, count).mapToObj(i -> pictures.get(i).value()).toArray(Picture[]::new);
    }
}
