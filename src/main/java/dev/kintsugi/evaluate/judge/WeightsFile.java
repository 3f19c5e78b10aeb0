package dev.kintsugi.evaluate.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kintsugi.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network's weights as safetensors, in half precision: the length of a header, the header as JSON, the numbers.
 *
 * <p>The header follows from the network. So a file that is read must begin with the very bytes that would be written,
 * and nothing in it is interpreted but numbers.
 */
final class WeightsFile {
    private WeightsFile() {}

    static byte[] write(Network network) {
        byte[] header = header(network);
        ByteBuffer file = ByteBuffer.allocate(header.length + numbers(network)).order(ByteOrder.LITTLE_ENDIAN);
        file.put(header);
        for (INDArray tensor : network.weights().values()) {
            file.put(bytes(tensor.dup('c').castTo(DataType.HALF)));
        }
        return file.array();
    }

    /** @param where the name of the file, for messages */
    static void read(byte[] file, Network network, String where) {
        byte[] header = header(network);
        int expected = header.length + numbers(network);
        if (file.length != expected || !Arrays.equals(header, Arrays.copyOf(file, header.length))) {
            throw new Fault(where + " does not hold the tensors of this judge: it has " + file.length
                    + " bytes, where a header of " + header.length + " and " + expected + " bytes in all are needed; "
                    + JudgeFiles.REMEDY);
        }
        ByteBuffer numbers = ByteBuffer.wrap(file).position(header.length);
        for (INDArray tensor : network.weights().values()) {
            INDArray halves = Nd4j.create(DataType.HALF, tensor.shape(), 'c');
            byte[] part = new byte[Math.toIntExact(halves.length() * Short.BYTES)];
            numbers.get(part);
            bytes(halves).put(part);
            tensor.assign(halves.castTo(DataType.FLOAT));
        }
    }

    /** The memory of an array; every platform that ND4J is built for is little-endian, as the format is. */
    private static ByteBuffer bytes(INDArray halves) {
        ByteBuffer memory = halves.data().asNio().duplicate();
        return memory.position(0).limit(Math.toIntExact(halves.length() * Short.BYTES));
    }

    private static int numbers(Network network) {
        return network.weights().values().stream()
                .mapToInt(tensor -> Math.toIntExact(tensor.length() * Short.BYTES))
                .sum();
    }

    private static byte[] header(Network network) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        int end = 0;
        for (Map.Entry<String, INDArray> tensor : network.weights().entrySet()) {
            int begin = end;
            end += Math.toIntExact(tensor.getValue().length() * Short.BYTES);
            ObjectNode entry = header.putObject(tensor.getKey()).put("dtype", "F16");
            Arrays.stream(tensor.getValue().shape()).forEach(entry.putArray("shape")::add);
            entry.putArray("data_offsets").add(begin).add(end);
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        // Spaces bring the numbers to a multiple of eight, for those who map the file into memory.
        byte[] padded = Arrays.copyOf(text, text.length + (-text.length & 7));
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return ByteBuffer.allocate(Long.BYTES + padded.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length)
                .put(padded)
                .array();
    }
}
