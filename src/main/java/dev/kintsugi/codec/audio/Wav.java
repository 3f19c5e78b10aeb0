package dev.kintsugi.codec.audio;

import dev.kintsugi.codec.Decoded;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads RIFF WAV files and writes 16-bit mono ones.
 *
 * <p>Reasons given, beside those of {@link Pcm}: {@code audio-not-wav}, {@code audio-header-broken},
 * {@code audio-format-unknown}.
 */
public final class Wav {
    private static final int HEADER = 44;
    private static final int CHUNK_HEADER = 8;
    private static final byte[] RIFF = ascii("RIFF");
    private static final byte[] WAVE = ascii("WAVE");
    private static final byte[] FMT = ascii("fmt ");
    private static final byte[] DATA = ascii("data");

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
        return encode(sound.rate(), WholeSamples.nearest(sound.shared()));
    }

    static byte[] encode(int rate, WholeSamples samples) {
        int data = 2 * samples.length();
        ByteBuffer file = ByteBuffer.allocate(HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
        head(file, rate, data);
        file.asShortBuffer().put(samples.values());
        return file.array();
    }

    /** The samples of a file as {@link #encode} writes it, if it has this rate and {@link #decode} takes it; else none. */
    static Optional<WholeSamples> plain(byte[] file, int rate) {
        int data = file.length - HEADER;
        if (data <= 0 || data % 2 != 0 || Pcm.tooLong(data / 2, rate)) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        head(head, rate, data);
        return Arrays.equals(head.array(), 0, HEADER, file, 0, HEADER)
                ? Optional.of(
                        Pcm.whole(ByteBuffer.wrap(file, HEADER, data).slice().order(ByteOrder.LITTLE_ENDIAN)))
                : Optional.empty();
    }

    private static void head(ByteBuffer file, int rate, int data) {
        file.put(RIFF).putInt(HEADER - CHUNK_HEADER + data).put(WAVE);
        file.put(FMT).putInt(16).putShort((short) WavFormat.PCM).putShort((short) 1);
        file.putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16);
        file.put(DATA).putInt(data);
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
