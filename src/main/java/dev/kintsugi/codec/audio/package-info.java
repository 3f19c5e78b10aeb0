/**
 * Sounds: WAV and raw PCM into mono samples of -1 to 1, samples into WAV, and one rate into another.
 *
 * <p>May touch {@code codec} and TarsosDSP, whose only home is here.
 *
 * <p>Decisions:
 * <ul>
 *   <li>An own WAV reader. {@code javax.sound.sampled} was rejected: it refuses float and extensible formats that
 *       editors write, throws on odd chunks, and reads a truncated file as a short one without saying so.
 *   <li>Channels are averaged: a stereo recording of one voice has it on both sides.
 *   <li>A float file that exceeds full scale is scaled down to it rather than clipped, which would alter the sound. A
 *       sample that is no number makes the whole payload bad.
 *   <li>TarsosDSP's resampler (Julius O. Smith's windowed sinc) keeps aliases out; linear interpolation would not.
 * </ul>
 */
package dev.kintsugi.codec.audio;
