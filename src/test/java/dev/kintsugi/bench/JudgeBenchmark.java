package dev.kintsugi.bench;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import dev.kintsugi.evaluate.judge.Judge;
import dev.kintsugi.evaluate.judge.Verdicts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** PNG and WAV files judged, in batches of 128: files a second. Run it with OMP_NUM_THREADS=1. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class JudgeBenchmark {
    private static final int BATCH = 128;
    private static final SyntheticDataset DATA = new SyntheticDataset(1);

    private final Judge<Picture> eye = Judge.ofPictures(Path.of("models/judges/mnist"));
    private final Judge<Sound> ear = Judge.ofSounds(Path.of("models/judges/fsdd"));
    private final List<byte[]> pictures = files(DATA.pictures("mnist", Split.TRAIN), Pictures::png);
    private final List<byte[]> sounds = files(DATA.sounds("fsdd", Split.TRAIN), Wav::encode);

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Verdicts pictures() {
        return eye.verdictsOnPayloads(pictures);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Verdicts sounds() {
        return ear.verdictsOnPayloads(sounds);
    }

    private static <T> List<byte[]> files(Examples<T> examples, Function<T, byte[]> encode) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> encode.apply(examples.get(i).value()))
                .toList();
    }
}
