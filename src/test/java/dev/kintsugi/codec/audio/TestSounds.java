package dev.kintsugi.codec.audio;

import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import java.util.SplittableRandom;

/** Sounds that tests make up. */
final class TestSounds {
    private TestSounds() {}

    static Sound tone(double hertz, int rate, double seconds, double loud) {
        float[] samples = new float[(int) (rate * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (loud * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Sound(rate, samples);
    }

    static Sound silence(int rate, int length) {
        return new Sound(rate, new float[length]);
    }

    static Sound voice(int number) {
        return new SyntheticDataset(11).sounds("fsdd", Split.TRAIN).get(number).value();
    }

    /** Noise, a click, a clipped tone, near silence or silence: of any rate, and of 1 to a few thousand samples. */
    static Sound any(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rates = {1_000, 8_000, 11_025, 16_000, 22_050, 44_100, 48_000};
        float[] samples = new float[1 + (int) (20_000 * Math.pow(random.nextDouble(), 3))];
        int kind = random.nextInt(5);
        double loud = Math.pow(10, -4 * random.nextDouble());
        for (int i = 0; i < samples.length; i++) {
            samples[i] = switch (kind) {
                case 0 -> (float) (loud * random.nextDouble(-1, 1));
                case 1 -> Math.max(-1, Math.min(1, (float) (9 * Math.sin(i * .3))));
                case 2 -> (float) (loud * Math.sin(i * i * 1e-4));
                default -> 0;
            };
        }
        if (kind == 3) {
            samples[random.nextInt(samples.length)] = (float) loud;
        }
        return new Sound(rates[random.nextInt(rates.length)], samples);
    }

    /**
     * A plain WAV file of 8 kHz: silence, noise, a swelling tone or clicks, behind silence or not, with a peak of anything
     * from one step to both ends of 16 bits.
     */
    static byte[] file(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] peaks = {0, 1, 2, 3, 4, 5, 32_766, 32_767, 32_768, random.nextInt(32_769), random.nextInt(32_769)};
        int peak = peaks[random.nextInt(peaks.length)];
        short[] values = new short[1 + (int) (10_000 * Math.pow(random.nextDouble(), 2))];
        int from = random.nextBoolean() ? 0 : random.nextInt(values.length);
        int kind = random.nextInt(3);
        for (int i = from; i < values.length; i++) {
            double value = switch (kind) {
                case 0 -> random.nextDouble(-1, 1);
                case 1 -> Math.sin(i * .3) * i / values.length;
                default -> random.nextInt(1_000) == 0 ? 1 : 0;
            };
            values[i] = (short) Math.round(value * Math.min(32_767, peak));
        }
        values[random.nextInt(from, values.length)] = (short) (random.nextBoolean() ? -peak : Math.min(32_767, peak));
        return Wav.encode(8_000, new WholeSamples(values));
    }
}
