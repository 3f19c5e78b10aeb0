package dev.kintsugi.codec.audio;

import dev.kintsugi.codec.Decoded;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/**
 * Reads raw samples, interleaved by channel, without any header.
 *
 * <p>Reasons given: {@code audio-empty}, {@code audio-truncated}, {@code audio-rate-refused},
 * {@code audio-channels-refused}, {@code audio-too-long}, {@code audio-not-finite}.
 */
public final class Pcm {
    /** Far beyond any spoken word; longer is a mistake rather than an event. */
    public static final int LONGEST_SECONDS = 60;

    public static final int MOST_CHANNELS = 64;

    private Pcm() {}

    public static Decoded<Sound> decode(byte[] payload, int rate, int channels, SampleFormat format) {
        return decode(ByteBuffer.wrap(payload), rate, channels, format);
    }

    /** Reads what lies between the buffer's position and limit. */
    static Decoded<Sound> decode(ByteBuffer payload, int rate, int channels, SampleFormat format) {
        if (!Sound.rateAccepted(rate)) {
            return Decoded.bad(
                    "audio-rate-refused",
                    "a rate of " + rate + " Hz; expected " + Sound.LOWEST_RATE + " to " + Sound.HIGHEST_RATE);
        }
        if (channels < 1 || channels > MOST_CHANNELS) {
            return Decoded.bad("audio-channels-refused", channels + " channels; expected 1 to " + MOST_CHANNELS);
        }
        int frame = channels * format.bytes();
        if (payload.remaining() == 0) {
            return Decoded.bad("audio-empty", "the sound has no samples; expected at least one");
        }
        if (payload.remaining() % frame != 0) {
            return Decoded.bad(
                    "audio-truncated",
                    payload.remaining() + " bytes of " + format + " in " + channels
                            + " channel(s) end within a sample; expected a multiple of " + frame);
        }
        if (tooLong(payload.remaining() / frame, rate)) {
            return Decoded.bad(
                    "audio-too-long",
                    payload.remaining() / frame / rate + " s of sound; expected at most " + LONGEST_SECONDS + " s");
        }
        ByteBuffer samples = payload.slice().order(ByteOrder.LITTLE_ENDIAN);
        return channels == 1 && format == SampleFormat.S16LE
                ? Decoded.ok(new Sound(rate, whole(samples).exact()))
                : sound(rate, mixed(samples, channels, format));
    }

    static boolean tooLong(int samples, int rate) {
        return samples > (long) LONGEST_SECONDS * rate;
    }

    /** The form that topics carry: there is nothing to mix, and nothing in it is out of bounds. */
    static WholeSamples whole(ByteBuffer littleEndian) {
        ShortBuffer shorts = littleEndian.asShortBuffer();
        short[] values = new short[shorts.remaining()];
        shorts.get(values);
        return new WholeSamples(values);
    }

    private static double[] mixed(ByteBuffer bytes, int channels, SampleFormat format) {
        int frame = channels * format.bytes();
        double[] mono = new double[bytes.remaining() / frame];
        for (int i = 0; i < mono.length; i++) {
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += format.read(bytes, i * frame + channel * format.bytes());
            }
            mono[i] = sum / channels;
        }
        return mono;
    }

    private static Decoded<Sound> sound(int rate, double[] mono) {
        double peak = 1;
        for (int i = 0; i < mono.length; i++) {
            if (!Double.isFinite(mono[i])) {
                return Decoded.bad(
                        "audio-not-finite",
                        "sample " + i + " of " + mono.length + " is " + mono[i] + "; expected a number");
            }
            peak = Math.max(peak, Math.abs(mono[i]));
        }
        float[] samples = new float[mono.length];
        for (int i = 0; i < mono.length; i++) {
            samples[i] = (float) (mono[i] / peak);
        }
        return Decoded.ok(new Sound(rate, samples));
    }
}
