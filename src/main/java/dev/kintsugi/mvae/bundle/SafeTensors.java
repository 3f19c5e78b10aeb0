package dev.kintsugi.mvae.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format: the length of a header as eight bytes, the header as JSON, then the numbers of all tensors, end
 * to end. Everything is little-endian.
 *
 * <p>The header maps each tensor's name to its type, shape, and first and last byte after the header. As the format asks,
 * tensors must fill the file without gaps or overlaps, so that a file can hide nothing.
 */
final class SafeTensors {
    /** Ours take a few kilobytes; the format's own limit, 100 MB, is far more than any model of ours could need. */
    static final int LONGEST_HEADER = 1 << 20;

    private static final int PREFIX = Long.BYTES;
    private static final String METADATA = "__metadata__";

    private SafeTensors() {}

    static byte[] write(Weights weights, TensorType type) {
        ObjectNode header = Json.MAPPER.createObjectNode();
        int end = 0;
        for (Tensor tensor : weights.tensors()) {
            int begin = end;
            end = Math.addExact(begin, Math.multiplyExact(tensor.values().length, type.bytes()));
            ObjectNode entry = header.putObject(tensor.name());
            entry.put("dtype", type.name());
            entry.set("shape", Json.MAPPER.valueToTree(tensor.shape()));
            entry.putArray("data_offsets").add(begin).add(end);
        }
        byte[] text = aligned(header.toString());
        ByteBuffer file = ByteBuffer.allocate(PREFIX + text.length + end).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(text.length).put(text);
        for (Tensor tensor : weights.tensors()) {
            for (float value : tensor.values()) {
                type.write(value, file);
            }
        }
        return file.array();
    }

    /** @param where the name of the file, for messages */
    static Weights read(byte[] bytes, String where) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < PREFIX) {
            throw broken(where, "is " + bytes.length + " bytes long, too short for a header");
        }
        long length = file.getLong();
        if (length < 2 || length > Math.min(LONGEST_HEADER, bytes.length - PREFIX)) {
            throw broken(
                    where,
                    "says that its header is " + Long.toUnsignedString(length) + " bytes long, in a file of "
                            + bytes.length + " bytes, where " + LONGEST_HEADER + " is the most accepted");
        }
        List<Entry> entries = entries(header(bytes, (int) length, where), where);
        ByteBuffer data = file.slice(PREFIX + (int) length, bytes.length - PREFIX - (int) length)
                .order(ByteOrder.LITTLE_ENDIAN);
        refuseGaps(entries, data.capacity(), where);
        return Weights.of(entries.stream().map(entry -> entry.tensor(data)).toList());
    }

    /** Spaces at its end bring the numbers to a multiple of eight, for those who map the file into memory. */
    private static byte[] aligned(String header) {
        int length = header.getBytes(StandardCharsets.UTF_8).length;
        return (header + " ".repeat(-length & 7)).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode header(byte[] bytes, int length, String where) {
        try {
            JsonNode header = Json.MAPPER.readTree(new String(bytes, PREFIX, length, StandardCharsets.UTF_8));
            if (header.isObject()) {
                return header;
            }
        } catch (JsonProcessingException e) {
            throw broken(where, "has a header that is no JSON: " + e.getOriginalMessage());
        }
        throw broken(where, "has a header that is no JSON object");
    }

    private static List<Entry> entries(JsonNode header, String where) {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : header.properties()) {
            if (!field.getKey().equals(METADATA)) {
                entries.add(Entry.from(new Field(where, field.getKey(), field.getValue())));
            }
        }
        return entries;
    }

    private static void refuseGaps(List<Entry> entries, int length, String where) {
        long end = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingLong(Entry::begin)).toList()) {
            if (entry.begin() != end) {
                throw broken(where, "begins tensor " + entry.name() + " at byte " + entry.begin() + ", not at " + end);
            }
            end = entry.end();
        }
        if (end != length) {
            throw broken(where, "holds " + length + " bytes of numbers, where its header describes " + end);
        }
    }

    private static Fault broken(String where, String what) {
        return new Fault(where + " " + what + "; " + Bundle.REMEDY);
    }

    /** A tensor as the header describes it; offsets count from the end of the header. */
    private record Entry(String name, TensorType type, int[] shape, long begin, long end) {
        static Entry from(Field field) {
            String name = field.text("dtype");
            TensorType type = TensorType.named(name)
                    .orElseThrow(() -> field.at("dtype").fault("\"" + name + "\"", TensorType.names()));
            int[] shape = field.list("shape").stream().mapToInt(Field::whole).toArray();
            List<Field> offsets = field.list("data_offsets");
            if (offsets.size() != 2) {
                throw field.at("data_offsets").fault(offsets.size() + " numbers", "two");
            }
            Entry entry = new Entry(
                    field.path(),
                    type,
                    shape,
                    offsets.get(0).whole(),
                    offsets.get(1).whole());
            entry.refuseWrongLength(field);
            return entry;
        }

        private void refuseWrongLength(Field field) {
            long size = type.bytes();
            for (int side : shape) {
                // Within a long, since no factor exceeds 2^31 and the product is checked at each step.
                size *= side;
                if (size > Integer.MAX_VALUE) {
                    throw field.at("shape").fault("larger than any file", "a tensor of less than 2 GB");
                }
            }
            if (end - begin != size) {
                throw field.at("data_offsets").fault((end - begin) + " bytes", size + " bytes for its shape");
            }
        }

        Tensor tensor(ByteBuffer data) {
            ByteBuffer from = data.duplicate().order(ByteOrder.LITTLE_ENDIAN).position((int) begin);
            float[] values = new float[(int) (end - begin) / type.bytes()];
            for (int i = 0; i < values.length; i++) {
                values[i] = type.read(from);
            }
            return new Tensor(name, shape, values);
        }
    }
}
