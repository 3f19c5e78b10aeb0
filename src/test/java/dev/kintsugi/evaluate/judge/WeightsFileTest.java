package dev.kintsugi.evaluate.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsFileTest {
    private static final Shape SMALL = new Shape(4, 4, List.of(new Shape.Convolution(2, 2, 3)));

    @Test
    void roundsWeightsToHalfPrecision() {
        Network network = new Network(SMALL, 2, 1);
        Network copy = new Network(SMALL, 2, 2);
        WeightsFile.read(WeightsFile.write(network), copy, "weights");
        network.weights()
                .forEach((name, tensor) -> assertThat(
                                copy.weights().get(name).dup('c').data().asFloat())
                        .as(name)
                        .usingComparatorWithPrecision(1e-3f)
                        .containsExactly(tensor.dup('c').data().asFloat()));
    }

    @Test
    void whatWasRoundedStaysAsItIs() {
        byte[] rounded = WeightsFile.write(new Network(SMALL, 2, 1));
        Network network = new Network(SMALL, 2, 2);
        WeightsFile.read(rounded, network, "weights");
        assertThat(WeightsFile.write(network)).isEqualTo(rounded);
    }

    /** Written out by hand, as the format's description has it: readers in other languages rely on it. */
    @Test
    void isASafetensorsFile() {
        Network network = new Network(SMALL, 2, 1);
        network.weights().get("0_b").assign(1.5);
        ByteBuffer file = ByteBuffer.wrap(WeightsFile.write(network)).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) file.getLong();
        byte[] header = new byte[length];
        file.get(header);
        String text = new String(header, StandardCharsets.UTF_8);
        int bias = text.indexOf("\"0_b\"");
        assertThat(text.substring(bias)).startsWith("\"0_b\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[");
        int begin = Integer.parseInt(text.substring(text.indexOf('[', bias + 40) + 1, text.indexOf(',', bias + 45)));
        // 1.5 is 0 01111 1000000000.
        assertThat(file.getShort(Long.BYTES + length + begin)).isEqualTo((short) 0x3e00);
    }
}
