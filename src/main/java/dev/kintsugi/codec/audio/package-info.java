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
 *   <li>TarsosDSP's resampler (Julius O. Smith's windowed sinc) keeps aliases out; linear interpolation would not. Its
 *       quicker filter was rejected: half a second from 44.1 to 8 kHz would take .2 ms rather than .8, but lose 4 dB at
 *       3.4 kHz rather than 1, and let an alias of 4.3 kHz through at -18 dB rather than -72.
 *   <li>Log-mel is levelled by the loudest frame's root mean square, not by the peak. The peak depends on phases, which
 *       log-mel does not hold: a sound made from log-mel and levelled by its peak was off by 3 dB throughout, and a
 *       classifier (below) read 60 rounds of Griffin-Lim at .950 rather than .991. On originals both are read alike.
 *   <li>A word begins at a tenth of its loudest block. At a twentieth, hiss decides the first frame: 29 in 100
 *       synthetic voices moved by a frame or more on the way through log-mel and back, instead of 9, and recordings
 *       were read no better (.991 and .990).
 *   <li>A plain WAV file of the model's rate comes to its form by whole numbers, since JDK 17 is slow at making floats of
 *       them and the other way. What is decided is {@code Word}'s for both ways: blocks are compared by energies that add
 *       up exactly in both, and where floats might round a sample otherwise than whole numbers (1 in 128), they do.
 *       Tests hold the files equal, byte for byte.
 *   <li>Bands hold mean power per hertz: the values of bands of any width compare, and 0 to 1 is well used (the largest
 *       value of FSDD's training recordings is .93).
 *   <li>TarsosDSP's FFT takes .6 &micro;s for 256 samples with the window, a third of the way to log-mel. No other is
 *       needed.
 *   <li>Powers of bins are found by multiplicative updates, from a straight line between bands: non-negative as they
 *       are, no pseudo-inverse to clip, and sharper with every update. Six bring out the harmonics of a voice.
 *   <li>Phases by SPSI: an addition for every bin and a sine for every peak. PGHI was rejected unmeasured: its heap has
 *       some 8,000 bins to sort for half a second.
 *   <li>Frames half-way between are filled in, since half an overlap binds phases too loosely for a pitch: pitch was
 *       within 6 % of the original's in .96 of voiced frames, in .92 without them, and in .89 after 60 rounds of plain
 *       Griffin-Lim from random phases.
 *   <li>Three rounds of fast Griffin-Lim: eight bring log-mel nearer, but pitch is right in .94 only.
 * </ul>
 *
 * <p>Measured, on one thread of a busy machine: 11,800 half-second clips a second to log-mel, and 1,260 back to sound
 * ({@code scripts/jmh SpeechBenchmark}; in time of the processor alone, 16,700 and 1,790). On FSDD's recordings,
 * takes 5 and up, through a WAV file and to log-mel again:
 *
 * <pre>
 *                                       Vocoder   60 rounds of plain Griffin-Lim   as recorded
 *   mean difference of log-mel           .0064          .0058                         0
 *   where the original is not 0          .0152          .0139                         0
 *   spectral convergence                 .176           .162
 *   read rightly by a classifier         .991           .990                         .990
 *   synthetic, by a nearest neighbour    .970           .965                         .970
 * </pre>
 *
 * <p>The classifier is kernel ridge regression on log-mel, trained on 1,920 recordings and asked 480 others, twice; the
 * last row is what {@code RecognisabilityTest} repeats.
 */
package dev.kintsugi.codec.audio;
