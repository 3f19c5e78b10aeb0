package dev.kintsugi.codec.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Lays out WAV files by hand, right ones and wrong ones. */
final class WavBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    WavBytes() {
        text("RIFF").number(0).text("WAVE");
    }

    WavBytes format(int code, int rate, int channels, int bytes, int bits) {
        return chunk("fmt ", basic(code, rate, channels, bytes, bits).array());
    }

    WavBytes extensible(int code, int rate, int channels, int bytes, int bits) {
        ByteBuffer format = little(40);
        format.put(basic(0xfffe, rate, channels, bytes, 8 * bytes).array());
        format.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) code);
        return chunk("fmt ", format.array());
    }

    WavBytes chunk(String tag, byte[] content) {
        chunkClaiming(tag, content.length, content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
        return this;
    }

    WavBytes chunkClaiming(String tag, int length, byte[] content) {
        text(tag).number(length);
        out.writeBytes(content);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private static ByteBuffer basic(int code, int rate, int channels, int bytes, int bits) {
        return little(16)
                .putShort((short) code)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * channels * bytes)
                .putShort((short) (channels * bytes))
                .putShort((short) bits);
    }

    private WavBytes text(String tag) {
        out.writeBytes(tag.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private WavBytes number(int value) {
        out.writeBytes(little(4).putInt(value).array());
        return this;
    }
}
