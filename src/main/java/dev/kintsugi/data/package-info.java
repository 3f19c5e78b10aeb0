/**
 * Examples to learn from and to be judged on: labelled pictures and sounds, from folders or made up, and their pairing.
 *
 * <p>May touch the codecs and {@code dice}; knows neither Kafka nor topology files. {@code data.files} reads from disk
 * and {@code data.synthetic} makes data up; {@link dev.kintsugi.data.Datasets} chooses between them by name.
 *
 * <p>Decisions:
 * <ul>
 *   <li>{@link dev.kintsugi.data.Examples} are numbered rather than iterated: training, pairing and tests all need the
 *       same example again, in another order.
 *   <li>Decoding is lazy and not cached: 60,000 pictures stay one array or no array at all.
 *   <li>Everything random is {@link dev.kintsugi.dice.Dice} made from the seed and the example's number, never a
 *       generator that runs along: item 50,000 is had without the 49,999 before it, and from any thread.
 *   <li>Pairs are drawn by label, balanced, and within one split alone, as FSDD's and MNIST's official splits ask.
 * </ul>
 */
package dev.kintsugi.data;
