package dev.kintsugi.mvae.train;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.TensorShape;
import dev.kintsugi.mvae.Weights;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A file from which a training that was killed goes on as if it had not been.
 *
 * <p>It is written beside its place and then renamed, so there is always a whole one. It is of no use to any other
 * training, nor to any other version: what outlives a training is its weights.
 */
final class Checkpoint {
    private static final String KIND = "kintsugi training 2";

    private final Path file;

    Checkpoint(Path file) {
        this.file = file;
    }

    void save(Training training) {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileOutputStream bytes = new FileOutputStream(beside.toFile());
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes, 1 << 16))) {
                write(out, training);
                out.flush();
                bytes.getFD().sync();
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Fault(
                    "checkpoint " + file + ": cannot be written (" + e + "); free space, or name another place", e);
        }
    }

    /** Brings a training to where the file left it, if there is a file. */
    boolean load(Training training) {
        if (!Files.exists(file)) {
            return false;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            read(in, training);
            return true;
        } catch (EOFException e) {
            throw new Fault("checkpoint " + file + ": ends early; delete it to train from the beginning", e);
        } catch (IOException e) {
            throw new Fault("checkpoint " + file + ": cannot be read (" + e + "); delete it to train anew", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Fault("checkpoint " + file + ": cannot be deleted (" + e + "); delete it by hand", e);
        }
    }

    /** What must be the same for a checkpoint to fit. */
    private static String identity(Training training) {
        return KIND + ", " + training.size() + " observations, " + training.settings() + ", " + training.architecture();
    }

    private static void write(DataOutputStream out, Training training) throws IOException {
        out.writeUTF(identity(training));
        out.writeLong(training.stepsDone());
        Adam.State state = training.state();
        out.writeLong(state.steps());
        out.writeDouble(state.usualNorm());
        out.writeInt(state.arrays().size());
        for (Map.Entry<String, float[][]> each : state.arrays().entrySet()) {
            out.writeUTF(each.getKey());
            for (float[] values : each.getValue()) {
                write(out, values);
            }
        }
        Training.Best best = training.best();
        out.writeDouble(best.loss());
        out.writeInt(best.passes());
        out.writeDouble(best.latest().orElse(Double.NaN));
        out.writeBoolean(best.weights().isPresent());
        if (best.weights().isPresent()) {
            for (Tensor tensor : best.weights().get().tensors()) {
                write(out, tensor.values());
            }
        }
        out.writeUTF(KIND);
    }

    private void read(DataInputStream in, Training training) throws IOException {
        String identity = in.readUTF();
        if (!identity.equals(identity(training))) {
            throw new Fault("checkpoint " + file + ": is of another training (" + identity
                    + "); delete it, or train with the same data and settings");
        }
        long step = in.readLong();
        long steps = in.readLong();
        double usualNorm = in.readDouble();
        Map<String, float[][]> arrays = new LinkedHashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            arrays.put(in.readUTF(), new float[][] {floats(in), floats(in), floats(in)});
        }
        double loss = in.readDouble();
        int passes = in.readInt();
        double latest = in.readDouble();
        Optional<Weights> weights = in.readBoolean() ? Optional.of(weights(in, training)) : Optional.empty();
        if (!in.readUTF().equals(KIND)) {
            throw new Fault("checkpoint " + file + ": is damaged; delete it to train from the beginning");
        }
        OptionalDouble last = Double.isNaN(latest) ? OptionalDouble.empty() : OptionalDouble.of(latest);
        training.restore(
                step, new Adam.State(steps, usualNorm, arrays), new Training.Best(weights, loss, passes, last));
    }

    private static Weights weights(DataInputStream in, Training training) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        for (TensorShape shape : training.architecture().tensors()) {
            tensors.add(Tensor.of(shape, floats(in)));
        }
        return Weights.of(tensors);
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        byte[] bytes = new byte[Float.BYTES * values.length];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }
}
