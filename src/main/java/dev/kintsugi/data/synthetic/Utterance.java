package dev.kintsugi.data.synthetic;

import dev.kintsugi.codec.audio.Resampling;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.dice.Dice;

/**
 * Varies a recorded word as speakers, rooms and microphones do: speed and pitch, timbre, echo, loudness, where in the
 * recording it begins, and noise.
 */
final class Utterance {
    /** With the silence around it, a word lasts 0.9 s at most. */
    private static final double LONGEST_WORD = .75;

    private Utterance() {}

    static Sound of(Sound word, Dice dice) {
        double speed = Math.max(word.seconds() / LONGEST_WORD, dice.between(.87, 1.15));
        float[] voice = Resampling.faster(word, speed).samples();
        tilt(voice, dice.between(-.45, .45));
        float[] room = echoed(voice, word.rate(), dice);
        scale(room, decibels(dice.between(-16, -1)) / peak(room));
        noise(room, dice);
        return new Sound(word.rate(), room);
    }

    /** Brightens or dulls, as microphones and distance do. */
    private static void tilt(float[] samples, double share) {
        float last = 0;
        for (int i = 0; i < samples.length; i++) {
            float now = samples[i];
            samples[i] = (float) (now + share * last);
            last = now;
        }
    }

    /** Puts silence around the word and lets a few walls return it, each fainter and later than the one before. */
    private static float[] echoed(float[] voice, int rate, Dice dice) {
        int lead = (int) (dice.between(.03, .09) * rate);
        int tail = (int) (dice.between(.01, .05) * rate);
        float[] room = new float[lead + voice.length + tail];
        System.arraycopy(voice, 0, room, lead, voice.length);
        double loud = dice.between(0, .3);
        int delay = 0;
        for (int wall = 0; wall < 3; wall++) {
            delay += (int) (dice.between(.004, .02) * rate);
            for (int i = Math.min(voice.length, room.length - lead - delay) - 1; i >= 0; i--) {
                room[lead + delay + i] += (float) (loud * voice[i]);
            }
            loud *= -dice.between(.4, .8);
        }
        return room;
    }

    private static void scale(float[] samples, double by) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (samples[i] * by);
        }
    }

    /**
     * Hiss, dull or bright, at most 28 to 50 decibels below the word's peak, over the little that any microphone has.
     */
    private static void noise(float[] samples, Dice dice) {
        double level = peak(samples) * decibels(dice.between(-50, -28)) + .0005;
        double dull = dice.between(0, .9);
        double hiss = 0;
        for (int i = 0; i < samples.length; i++) {
            hiss = dull * hiss + (1 - dull) * dice.bell();
            samples[i] = (float) Math.max(-1, Math.min(1, samples[i] + level * hiss));
        }
    }

    private static double peak(float[] samples) {
        float peak = Float.MIN_NORMAL;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static double decibels(double decibels) {
        return StrictMath.pow(10, decibels / 20);
    }
}
