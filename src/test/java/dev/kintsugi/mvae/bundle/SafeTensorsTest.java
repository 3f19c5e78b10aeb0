package dev.kintsugi.mvae.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsBackWhatItWrote(long seed) {
        Weights weights = random(new Random(seed));

        assertThat(SafeTensors.read(SafeTensors.write(weights, TensorType.F32), "w"))
                .isEqualTo(weights);
        assertThat(SafeTensors.read(SafeTensors.write(weights, TensorType.F16), "w"))
                .isEqualTo(weights);
    }

    @Test
    void readsAFileOfAnotherProgram() {
        byte[] file = file(
                "{\"__metadata__\":{\"format\":\"pt\"},"
                        + "\"b\":{\"dtype\":\"F16\",\"shape\":[],\"data_offsets\":[8,10]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}  ",
                0,
                0,
                (byte) 0x80,
                0x3f,
                0,
                0,
                0,
                (byte) 0xc0,
                0,
                0x3c);

        Weights weights = SafeTensors.read(file, "w");

        assertThat(weights.require("a")).isEqualTo(new Tensor("a", new int[] {1, 2}, new float[] {1, -2}));
        assertThat(weights.require("b")).isEqualTo(new Tensor("b", new int[0], new float[] {1}));
    }

    @Test
    void beginsTheNumbersAtAMultipleOfEight() {
        for (int length = 1; length < 9; length++) {
            Tensor tensor = new Tensor("x".repeat(length), new int[] {1}, new float[1]);
            byte[] file = SafeTensors.write(Weights.of(List.of(tensor)), TensorType.F16);

            assertThat(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8)
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{no                                                      | a header that is no JSON",
                "[]                                                       | a header that is no JSON object",
                "{\"a\":1}                                                | a.dtype is missing",
                "{\"a\":{\"dtype\":\"I8\",\"shape\":[2],\"data_offsets\":[0,4]}} | a.dtype is \"I8\", where F16 or F32",
                "{\"a\":{\"dtype\":\"F16\",\"data_offsets\":[0,4]}}           | a.shape is missing, where a list",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[-2],\"data_offsets\":[0,4]}} | a.shape[0] is -2",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[2.5],\"data_offsets\":[0,4]}} | a.shape[0] is 2.5",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0]}} | a.data_offsets is 1 numbers, where two",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[0,4]}} | 4 bytes, where 6 bytes for its shape",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[2147483647,2147483647,2147483647],\"data_offsets\":[0,4]}} | larger than any file",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[4,0]}} | -4 bytes",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}} | holds 4 bytes of numbers, where its header describes 2",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[0,6]}} | holds 4 bytes of numbers, where its header describes 6",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[2,4]}} | begins tensor a at byte 2, not at 0",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[2,4]}} | begins tensor b at byte 2, not at 4",
                "{\"a\":{},\"a\":{}}                                       | Duplicate field 'a'",
                "{} {}                                                    | a header that is no JSON"
            })
    void refusesAHeaderThatDoesNotDescribeTheFile(String header, String message) {
        assertThatThrownBy(() -> SafeTensors.read(file(header, new byte[4]), "w.safetensors"))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("w.safetensors")
                .hasMessageContaining(message)
                .hasMessageEndingWith(Bundle.REMEDY);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 3, 1 << 20, (1 << 20) + 1, Long.MAX_VALUE})
    void refusesALengthOfTheHeaderThatCannotBe(long length) {
        byte[] file = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();

        assertThatThrownBy(() -> SafeTensors.read(file, "w"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("header");
    }

    @Test
    void refusesAHeaderLongerThanAnyOfOurs() {
        byte[] file = file("{}" + " ".repeat(SafeTensors.LONGEST_HEADER));

        assertThatThrownBy(() -> SafeTensors.read(file, "w"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("most");
    }

    @Test
    void refusesAFileThatEndsBeforeItsHeader() {
        assertThatThrownBy(() -> SafeTensors.read(new byte[7], "w"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("7 bytes long");
    }

    /** Whatever a file holds, it is read or refused, and nothing else happens. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void refusesOrReadsDamagedFiles(long seed) {
        Random random = new Random(seed);
        byte[] good = SafeTensors.write(random(random), TensorType.F16);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = good.clone();
            damaged[random.nextInt(Math.min(damaged.length, 300))] = (byte) random.nextInt(256);
            try {
                SafeTensors.read(damaged, "w");
            } catch (Fault refused) {
                assertThat(refused).hasMessageStartingWith("w");
            }
        }
    }

    private static byte[] file(String header, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return file(header, bytes);
    }

    private static byte[] file(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }

    /** Whole numbers, which float16 holds exactly. */
    private static Weights random(Random random) {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            int[] shape = random.ints(random.nextInt(4), 1, 6).toArray();
            int size = 1;
            for (int side : shape) {
                size *= side;
            }
            float[] values = new float[size];
            for (int j = 0; j < size; j++) {
                values[j] = random.nextInt(2048) - 1024;
            }
            tensors.add(new Tensor("tensor " + i + " é", shape, values));
        }
        return Weights.of(tensors);
    }
}
