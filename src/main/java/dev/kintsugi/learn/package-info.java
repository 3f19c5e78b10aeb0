/**
 * From a topology file and data sets to a bundle.
 *
 * <pre>
 *   Dataset ─► Rows (sensed, remembered) ─► Corpus (training | validation) ─► Lessons ─► mvae.train ─► Weights ─┐
 *   TopologySpec ─► Recipe (architecture, settings) ────────────────────────────┘                               │
 *                                            likenesses, classes of components             ◄─────────────┴─► Bundle
 * </pre>
 *
 * <p>{@link dev.kintsugi.learn.Apprenticeship} does all of it. May touch {@code data}, {@code sense}, {@code spec},
 * {@code mvae} and {@code cluster}; knows neither Kafka nor the command line.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Validation data is one example in twenty of the training split, chosen by number and not by the seed of a training:
 *       models of different seeds are compared on examples that none of them has seen. The test split is never opened here.
 *   <li>Several data sets take turns, each as often as the others, side by side: a real picture may meet a made-up voice. So
 *       sixty thousand made-up pictures do not drown two thousand recordings. Rejected: drawing by size, and pairing
 *       within a data set only, which lets the model tell data sets apart by their combination.
 *   <li>Classes that a training found without any label get their names from the observations that nothing is learned from
 *       ({@link dev.kintsugi.learn.FoundClasses}), as the components of the prior do: these labels name, they do not teach.
 *   <li>A voice is also heard with its pitches, its pace and its rhythm moved ({@link dev.kintsugi.learn.Voice}), and a
 *       picture is also seen turned, slanted and stretched ({@link dev.kintsugi.learn.Hand}): six speakers do not teach
 *       what a seventh sounds like. An encoder hears most sounds with other bands and other moments of the word raised
 *       or lowered ({@link dev.kintsugi.learn.Emphasis}), and some through a {@link dev.kintsugi.learn.Veil}, where the
 *       sound as it was is to be told: it must not rely on any one trait, nor on how loud one sound of a word is beside
 *       another. Emphasis is for encoders alone, so that what is restored sounds like someone.
 * </ul>
 */
package dev.kintsugi.learn;
