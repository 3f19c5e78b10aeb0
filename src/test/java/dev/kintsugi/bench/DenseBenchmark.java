package dev.kintsugi.bench;

import dev.kintsugi.mvae.bundle.Half;
import dev.kintsugi.mvae.infer.Dense;
import dev.kintsugi.mvae.infer.Kernel;
import dev.kintsugi.mvae.machine.GemmPeak;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Dense networks alone: encoders 784-512-512-128 and 4096-512-512-128, decoders 64-512-512-784 and 64-512-512-4096, on
 * one thread, with weights of sixteen bits, as bundles keep them; prints their share of the machine's peak. Set
 * OPENBLAS_CORETYPE where the processor has AVX-512.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "--add-modules=jdk.incubator.vector")
public class DenseBenchmark {
    private static final int[][] NETWORKS = {
        {784, 512, 512, 128}, {4096, 512, 512, 128}, {64, 512, 512, 784}, {64, 512, 512, 4096}
    };

    @Param({"1", "8", "32", "128"})
    public int batch;

    private final List<List<Dense>> networks = new ArrayList<>();
    private final float[] in = new float[Dense.BATCH * 4096];
    private final float[][] buffers = new float[2][Dense.BATCH * 4096];
    private double operations;
    private double seconds;
    private double peak;

    @Setup
    public void makeNetworks() {
        Random random = new Random(1);
        for (int i = 0; i < in.length; i++) {
            in[i] = random.nextFloat();
        }
        for (int[] sizes : NETWORKS) {
            networks.add(network(sizes, random));
        }
        peak = GemmPeak.measure().flops();
    }

    @Setup(Level.Iteration)
    public void reset() {
        operations = 0;
        seconds = 0;
    }

    /** Of the last iteration alone, when everything was warm. */
    @TearDown
    public void printShareOfPeak() {
        double flops = operations / seconds;
        System.out.printf(
                Locale.ROOT,
                "%n%s, batch %d: %.0f GFLOP/s, %.0f %% of the peak of %.0f%n",
                Kernel.best().name(),
                batch,
                flops / 1e9,
                100 * flops / peak,
                peak / 1e9);
    }

    @Benchmark
    public float[] encodeAndDecode() {
        long start = System.nanoTime();
        for (List<Dense> network : networks) {
            float[] from = in;
            for (int layer = 0; layer < network.size(); layer++) {
                network.get(layer).apply(from, buffers[layer % 2], batch);
                from = buffers[layer % 2];
            }
        }
        operations += operationsOfOneCall();
        seconds += (System.nanoTime() - start) * 1e-9;
        return buffers[0];
    }

    private double operationsOfOneCall() {
        double products = 0;
        for (int[] sizes : NETWORKS) {
            for (int layer = 1; layer < sizes.length; layer++) {
                products += sizes[layer - 1] * sizes[layer];
            }
        }
        return 2 * products * batch;
    }

    private static List<Dense> network(int[] sizes, Random random) {
        List<Dense> layers = new ArrayList<>();
        int width = sizes[0];
        for (int layer = 1; layer < sizes.length; layer++) {
            float[] weights = new float[sizes[layer - 1] * sizes[layer]];
            for (int i = 0; i < weights.length; i++) {
                float weight = (float) (random.nextGaussian() * Math.sqrt(2.0 / sizes[layer - 1]));
                weights[i] = Half.toFloat(Half.of(weight));
            }
            boolean last = layer == sizes.length - 1;
            layers.add(new Dense(Kernel.best(), weights, new float[sizes[layer]], width, !last));
            width = layers.get(layer - 1).width();
        }
        return layers;
    }
}
