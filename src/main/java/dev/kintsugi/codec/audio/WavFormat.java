package dev.kintsugi.codec.audio;

import dev.kintsugi.codec.Decoded;
import java.nio.ByteBuffer;

/** What a WAV file's {@code fmt} chunk says of its samples. */
record WavFormat(int rate, int channels, SampleFormat samples) {
    static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xfffe;

    /** Where WAVE_FORMAT_EXTENSIBLE keeps the code that it extends: the head of its GUID. */
    private static final int EXTENDED_CODE_AT = 24;

    static Decoded<WavFormat> read(ByteBuffer chunk) {
        if (chunk.remaining() < 16) {
            return Decoded.bad(
                    "audio-header-broken", "a fmt chunk of " + chunk.remaining() + " bytes; expected at least 16");
        }
        int code = chunk.getShort(0) & 0xffff;
        if (code == EXTENSIBLE && chunk.remaining() >= EXTENDED_CODE_AT + 16) {
            code = chunk.getShort(EXTENDED_CODE_AT) & 0xffff;
        }
        int channels = chunk.getShort(2) & 0xffff;
        int frame = chunk.getShort(12) & 0xffff;
        // Padded formats, such as 24 bits in 32, fill from the top: the frame says how wide the samples lie.
        int bytes = channels == 0 ? 0 : frame / channels;
        int bits = chunk.getShort(14) & 0xffff;
        SampleFormat samples = format(code, bytes);
        if (samples == null || bits > 8 * bytes || frame != channels * bytes) {
            return Decoded.bad(
                    "audio-format-unknown",
                    "WAV format code " + code + " with " + bits + " bits, " + channels + " channel(s) and frames of "
                            + frame + " bytes; expected PCM of 8 to 32 bits, float, mu-law or A-law");
        }
        return Decoded.ok(new WavFormat(chunk.getInt(4), channels, samples));
    }

    private static SampleFormat format(int code, int bytes) {
        return switch (code) {
            case PCM ->
                switch (bytes) {
                    case 1 -> SampleFormat.U8;
                    case 2 -> SampleFormat.S16LE;
                    case 3 -> SampleFormat.S24LE;
                    case 4 -> SampleFormat.S32LE;
                    default -> null;
                };
            case FLOAT -> bytes == 4 ? SampleFormat.F32LE : bytes == 8 ? SampleFormat.F64LE : null;
            case A_LAW -> bytes == 1 ? SampleFormat.A_LAW : null;
            case MU_LAW -> bytes == 1 ? SampleFormat.MU_LAW : null;
            default -> null;
        };
    }
}
