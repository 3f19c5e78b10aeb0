/**
 * Sounds: WAV and raw PCM into mono samples of -1 to 1, samples into WAV, one rate into another, and speech into what
 * models hear and back.
 *
 * <pre>
 *   WAV, PCM ─► Sound ─► CanonicalSound ─► WAV           what topics carry
 *                 ├────► RawSound                        what drift watches
 *                 ├────► LogMel ─► 64 x 40 values ─► Vocoder ─► Sound
 *                 └────► Cepstra
 * </pre>
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
 *   <li>Log-mel is levelled by the loudest frame's root mean square, not by the peak. The peak depends on phases, which
 *       log-mel does not hold: a sound made from log-mel and levelled by its peak was off by 3 dB throughout, and an
 *       independent classifier (below) read 60 rounds of Griffin-Lim at .950 rather than .991. On the originals both
 *       ways are read equally well.
 *   <li>A word begins at a tenth of its loudest block. At a twentieth, hiss decides the first frame: 29 in 100 synthetic
 *       voices moved by a frame or more on the way through log-mel and back, instead of 9, and recordings are read no
 *       better (.991 and .990).
 *   <li>Bands hold mean power per hertz: the values of bands of any width compare, and 0 to 1 is well used (of FSDD the
 *       largest is .93).
 *   <li>TarsosDSP's FFT, at .6 &micro;s for 256 samples, is a third of the way to log-mel; no other was tried.
 *   <li>Powers of bins are found by multiplicative updates from a straight line between bands: cheaper than a pseudo-inverse, never
 *       negative, and sharper with every update. Six were enough for the ear's sake: voices that are harmonic stay so.
 *   <li>Phases by SPSI, of which every bin needs one addition and every peak one sine. PGHI was rejected: its heap is
 *       some 8,000 insertions for half a second.
 *   <li>Frames half-way between are filled in, since half an overlap binds phases too loosely for a pitch to be heard:
 *       pitch was within 6 % of the original's in .96 of voiced frames, .85 without them, and .84 after 60 rounds of
 *       plain Griffin-Lim from random phases with them.
 *   <li>Three rounds of fast Griffin-Lim: more brings log-mel nearer (below) and voices further from harmonic.
 * </ul>
 */
package dev.kintsugi.codec.audio;
