/**
 * Makes data up: digits written with a pen of numbers, and digits spoken by eSpeak NG and varied.
 *
 * <p>May touch {@code data}, {@code dice} and the codecs. Knows no clock, no files but its own resources, and no
 * randomness but what {@link dev.kintsugi.dice.Dice} are given.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Digits are drawn from strokes rather than from fonts: a headless JRE may have none, and type does not vary as
 *       hands do. The strokes are text resources, {@code western.strokes} and {@code kannada.strokes}, so that a
 *       further way of writing is one line.
 *   <li>An own rasteriser by distance to the stroke, see {@link dev.kintsugi.data.synthetic.Ink}. Java2D was rejected:
 *       its rendering may change with the JDK, and pen pressure is awkward there.
 *   <li>The spoken corpus is one archive of 8 kHz mu-law WAV files (1.7 MB) in the layout of the Free Spoken Digit
 *       Dataset, so that the reader for that reads it too; eSpeak NG is under the GPL-3, as this project is. 16-bit
 *       samples would double the size for nothing that the noise added later leaves audible; a tighter codec would need
 *       a decoder.
 *   <li>Speed and pitch vary together, by resampling. Varying them apart (PSOLA, WSOLA) was not worth its artefacts:
 *       the voices themselves differ in both.
 *   <li>Pictures are the same to the bit on every JDK. Sounds are so on one JDK; on another, TarsosDSP's filter table
 *       may differ in the last bit of a float, far below the noise.
 * </ul>
 */
package dev.kintsugi.data.synthetic;
