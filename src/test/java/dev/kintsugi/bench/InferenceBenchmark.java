package dev.kintsugi.bench;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.bundle.Half;
import dev.kintsugi.mvae.infer.Encoded;
import dev.kintsugi.mvae.infer.Gaussians;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Encode, fuse and decode a picture and a sound, on one thread, with a network of the shipped size, its weights of
 * sixteen bits as bundles keep them. Without vectors: {@code -jvmArgs -Xmx1g}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "--add-modules=jdk.incubator.vector")
public class InferenceBenchmark {
    @Param({"1", "8", "32", "128"})
    public int batch;

    private final Architecture architecture = RandomModel.digits();
    private final List<float[]> in = new ArrayList<>();
    private final List<float[]> latents = new ArrayList<>();
    private final List<float[]> out = new ArrayList<>();
    private Workspace workspace;

    @Setup
    public void makeRows() {
        Weights weights = Weights.of(RandomModel.weights(architecture, 1).tensors().stream()
                .map(Half::rounded)
                .toList());
        workspace = Inference.of(architecture, weights).workspace();
        for (Part.Sensed part : architecture.sensed()) {
            in.add(RandomModel.rows(1, batch, part.size()));
            latents.add(new float[batch * (architecture.shared() + part.privateSize())]);
            out.add(new float[batch * part.size()]);
        }
    }

    @Benchmark
    public List<float[]> encodeFuseDecode() {
        List<Gaussians> experts = new ArrayList<>();
        List<Part.Sensed> parts = architecture.sensed();
        for (int i = 0; i < parts.size(); i++) {
            Encoded encoded = workspace.encode(parts.get(i).name(), in.get(i), batch);
            experts.add(encoded.shared());
        }
        Gaussians fused = workspace.fuse(experts, batch);
        for (int i = 0; i < parts.size(); i++) {
            int size = latents.get(i).length / batch;
            for (int row = 0; row < batch; row++) {
                System.arraycopy(fused.mean(), row * fused.size(), latents.get(i), row * size, fused.size());
            }
            workspace.decode(parts.get(i).name(), latents.get(i), batch, out.get(i));
        }
        return out;
    }
}
