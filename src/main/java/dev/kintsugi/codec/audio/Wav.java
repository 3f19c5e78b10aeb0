package dev.kintsugi.codec.audio;

import dev.kintsugi.codec.Decoded;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads RIFF WAV files and writes 16-bit mono ones.
 *
 * <p>Reasons given, beside those of {@link Pcm}: {@code audio-not-wav}, {@code audio-header-broken},
 * {@code audio-format-unknown}.
 */
public final class Wav {
    private static final int HEADER = 44;
    private static final int CHUNK_HEADER = 8;
    private static final int RATE_AT = 24;

    /** Programs that write to a pipe do not know the length and leave the largest number, or one near it. */
    private static final long LENGTH_UNKNOWN = 0x7fff_f000L;

    private Wav() {}

    public static Decoded<Sound> decode(byte[] payload) {
        if (payload.length == 0) {
            return Decoded.bad("audio-empty", "the sound has 0 bytes; expected a WAV file");
        }
        ByteBuffer file = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        if (payload.length < 12 || !tag(file, 0).equals("RIFF") || !tag(file, 8).equals("WAVE")) {
            return Decoded.bad(
                    "audio-not-wav",
                    payload.length + " bytes that do not begin with RIFF and WAVE; expected a WAV file");
        }
        return chunks(file.position(12));
    }

    /** Writes 16 bits a sample; what came from 16 bits comes back exactly. */
    public static byte[] encode(Sound sound) {
        float[] samples = sound.shared();
        short[] whole = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            whole[i] = whole(samples[i]);
        }
        return encode(sound.rate(), whole);
    }

    static byte[] encode(int rate, short[] samples) {
        ByteBuffer file = ByteBuffer.allocate(HEADER + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        head(file, rate, 2 * samples.length);
        file.asShortBuffer().put(samples);
        return file.array();
    }

    /** A sample of -1 to 1 in 32,768ths, to the nearest: as Math.round, in fewer steps, for what is above 0 is cut off. */
    static short whole(float sample) {
        return (short) Math.min(32_767, (int) (sample * 32_768. + 32_768.5) - 32_768);
    }

    /** The samples of a plain file. */
    static short[] samples(byte[] file) {
        short[] samples = new short[(file.length - HEADER) / 2];
        ByteBuffer.wrap(file, HEADER, file.length - HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    /** Whether this is a file as {@link #encode} writes it, of that rate and no longer than is read. */
    public static boolean plain(byte[] file, int rate) {
        return plain(file)
                && ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(RATE_AT) == rate
                && (file.length - HEADER) / 2 <= (long) Pcm.LONGEST_SECONDS * rate;
    }

    /** Whether this is a file as {@link #encode} writes it. */
    public static boolean plain(byte[] file) {
        if (file.length <= HEADER || file.length % 2 != 0) {
            return false;
        }
        int rate = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(RATE_AT);
        ByteBuffer head = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        head(head, rate, file.length - HEADER);
        return Arrays.equals(head.array(), 0, HEADER, file, 0, HEADER);
    }

    private static void head(ByteBuffer file, int rate, int data) {
        file.put(ascii("RIFF")).putInt(HEADER - CHUNK_HEADER + data).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) WavFormat.PCM).putShort((short) 1);
        file.putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16);
        file.put(ascii("data")).putInt(data);
    }

    /** Walks the chunks in file order: the format comes before the data, anything else is skipped. */
    private static Decoded<Sound> chunks(ByteBuffer file) {
        Decoded<WavFormat> format = null;
        while (file.remaining() >= CHUNK_HEADER) {
            String tag = tag(file, file.position());
            long length = file.getInt(file.position() + 4) & 0xffff_ffffL;
            file.position(file.position() + CHUNK_HEADER);
            if (tag.equals("data")) {
                return data(file, length, format);
            }
            if (length > file.remaining()) {
                return truncated(tag, length, file.remaining());
            }
            if (tag.equals("fmt ")) {
                format =
                        WavFormat.read(file.slice(file.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN));
            }
            // Chunks begin at even positions; some writers leave out the last one's padding.
            file.position((int) Math.min(file.limit(), file.position() + length + (length & 1)));
        }
        return Decoded.bad("audio-header-broken", "a WAV file without a data chunk; expected one");
    }

    private static Decoded<Sound> data(ByteBuffer file, long length, Decoded<WavFormat> format) {
        if (format == null) {
            return Decoded.bad("audio-header-broken", "a WAV file without a fmt chunk before its data; expected one");
        }
        if (length > file.remaining() && length < LENGTH_UNKNOWN) {
            return truncated("data", length, file.remaining());
        }
        ByteBuffer data = file.slice(file.position(), (int) Math.min(length, file.remaining()));
        return format.flatMap(known -> Pcm.decode(data, known.rate(), known.channels(), known.samples()));
    }

    private static Decoded<Sound> truncated(String tag, long length, int remaining) {
        return Decoded.bad(
                "audio-truncated",
                "the " + tag.strip() + " chunk claims " + length + " bytes and " + remaining
                        + " follow; send it whole");
    }

    private static String tag(ByteBuffer file, int at) {
        byte[] tag = new byte[4];
        file.get(at, tag);
        return new String(tag, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String tag) {
        return tag.getBytes(StandardCharsets.US_ASCII);
    }
}
