package dev.kintsugi.codec.audio;

import java.nio.ByteBuffer;

/** How one sample lies in bytes; each format reads it as a number with full scale at 1. */
public enum SampleFormat {
    /** Unsigned, silence at 128. */
    U8(1) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return ((bytes.get(at) & 0xff) - 128) / 128.0;
        }
    },
    S16LE(2) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.getShort(at) / 32_768.0;
        }
    },
    S24LE(3) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return (bytes.get(at + 2) << 16 | bytes.getShort(at) & 0xffff) / 8_388_608.0;
        }
    },
    S32LE(4) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.getInt(at) / 2_147_483_648.0;
        }
    },
    F32LE(4) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.getFloat(at);
        }
    },
    F64LE(8) {
        @Override
        double read(ByteBuffer bytes, int at) {
            return bytes.getDouble(at);
        }
    },
    /** North American telephony, ITU-T G.711: 14 bits in logarithmic steps. */
    MU_LAW(1) {
        @Override
        double read(ByteBuffer bytes, int at) {
            int code = ~bytes.get(at);
            int magnitude = (((code & 0x0f) << 3) + 0x84 << (code >> 4 & 7)) - 0x84;
            return ((code & 0x80) == 0 ? magnitude : -magnitude) / 32_768.0;
        }
    },
    /** European telephony, ITU-T G.711: 13 bits in logarithmic steps. */
    A_LAW(1) {
        @Override
        double read(ByteBuffer bytes, int at) {
            int code = bytes.get(at) ^ 0x55;
            int segment = code >> 4 & 7;
            int step = ((code & 0x0f) << 4) + 8;
            int magnitude = segment == 0 ? step : step + 0x100 << segment - 1;
            return ((code & 0x80) == 0 ? -magnitude : magnitude) / 32_768.0;
        }
    };

    private final int bytes;

    SampleFormat(int bytes) {
        this.bytes = bytes;
    }

    /** The length of one sample in bytes. */
    public int bytes() {
        return bytes;
    }

    /** Reads the sample at a byte position of a little-endian buffer. */
    abstract double read(ByteBuffer bytes, int at);
}
