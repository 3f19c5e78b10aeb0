/**
 * What a trained model makes, as files that people look at and listen to.
 *
 * <pre>
 *   Bundle ─► Model ─┬─ FolderRestoration   files of one side ─► files of another, and what was read in them
 *                    ├─ Imagination         nothing, or a label ─► things that never were
 *                    ├─ Passage             two things ─► the way from one to the other
 *                    ├─ Snapshots           weights after each pass ─► how a model comes to order
 *                    └─ report              a test split ─► one page that shows it all
 * </pre>
 *
 * <p>May touch the model's inference and bundles, its senses, data sets, measures, and {@code gallery}, which draws; knows
 * neither Kafka nor the command line. Figures here are for looking; those to be quoted come from {@code evaluate}.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Chance comes from the user's seed, the model's id and the file's name or the draw's number: a folder restored
 *       again, with more files beside, gives the same bytes for the same files.
 *   <li>A file that cannot be read is a line among the results, and the others go on: with a thousand files one is always
 *       broken.
 *   <li>The way between two things is straight, in the shared part and the private one. Rejected: along a sphere, which
 *       suits points drawn from N(0, I), all about as far from the middle; ours are means of posteriors under a mixture,
 *       whose components lie where they like. Straight, the ends are the things themselves and the steps are even.
 *   <li>On that way other modalities keep a private part of zero, the middle of their prior: what changes in them then
 *       comes from the shared part alone.
 * </ul>
 */
package dev.kintsugi.studio;
