package dev.kintsugi.codec.audio;

/**
 * What a sound was like before its canonical form hid it: a stream of these tells that microphones or speakers change.
 *
 * @param level root mean square in decibels of full scale: 0 is the loudest, {@link #FAINTEST} is silence
 * @param peak the largest distance from silence, 0 to 1
 */
public record RawSound(double level, double peak, double seconds) {
    public static final double FAINTEST = -100;

    public static RawSound of(Sound sound) {
        double power = sound.energy(0, sound.length()) / sound.length();
        return new RawSound(Math.max(FAINTEST, 10 * Math.log10(power)), sound.peak(), sound.seconds());
    }
}
