/**
 * One page that shows what a model can do, on data that it never saw.
 *
 * <pre>
 *   Model, test split ─► Study (pairs, posteriors, restorations) ─► Chapters ─► gallery.Page ─► one file of HTML
 * </pre>
 *
 * <p>Each {@link dev.kintsugi.studio.report.Chapter} is a section of the page, or nothing where a model has nothing to show
 * for it: one of a single modality restores nothing.
 *
 * <p>Decisions:
 * <ul>
 *   <li>One file with everything in it: it can be mailed, archived beside a bundle, and opened without a network in ten years.
 *   <li>What is real is written in grey, what a model made in gold.
 *   <li>True sounds are heard as they were recorded, brought to the model's rate and length; what the vocoder does to a sound
 *       is to be heard beside it, not hidden on both sides.
 *   <li>A few hundred pairs: enough to look at. Figures with intervals come from {@code kintsugi evaluate}, whose file the
 *       page can take in.
 * </ul>
 */
package dev.kintsugi.studio.report;
