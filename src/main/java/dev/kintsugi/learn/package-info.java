/**
 * From a topology file and data sets to a bundle.
 *
 * <pre>
 *   Dataset ─► Rows (sensed, remembered) ─► Corpus (training | validation) ─► Lessons ─► mvae.train ─► Weights ─┐
 *   TopologySpec ─► Recipe (architecture, settings) ────────────────────────────┘                               │
 *                                            papers: classes of components, trust in restorations ◄─────────────┴─► Bundle
 * </pre>
 *
 * <p>{@link dev.kintsugi.learn.Apprenticeship} does all of it. May touch {@code data}, {@code sense}, {@code spec} and
 * {@code mvae}; knows neither Kafka nor the command line.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Validation data is one example in twenty of the training split, chosen by number and not by the seed of a training:
 *       models of different seeds are compared on examples that none of them has seen. The test split is never opened here.
 *   <li>Several data sets take turns, each as often as the others, side by side: a real picture may meet a made-up voice. So
 *       sixty thousand made-up pictures do not drown two thousand recordings. Rejected: drawing by size, and pairing
 *       within a data set only, which lets the model tell data sets apart by their combination.
 *   <li>A voice is also heard with its pitches and its pace moved a little ({@link dev.kintsugi.learn.Voice}): six speakers
 *       do not teach what a seventh sounds like.
 * </ul>
 */
package dev.kintsugi.learn;
