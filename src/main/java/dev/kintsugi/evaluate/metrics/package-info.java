/**
 * Measures: of classifications, of confidences, of clusterings, and of what was made up beside what is real; each with
 * an interval where chance plays a part.
 *
 * <p>Pure: arrays in, numbers out. May touch {@code dice} for its {@link dev.kintsugi.dice.Dice}, {@code cluster}, and
 * Smile.
 *
 * <p>Decisions:
 * <ul>
 *   <li>NMI and ARI come from Smile. Its area under the ROC curve was rejected, for it takes tied scores in the order
 *       that they came in; so was its silhouette, which has no simplified form.
 *   <li>NMI is normalised by the mean of the two entropies, as most papers on clustering report it.
 *   <li>Many samples of one recording are one draw of the dice, not many: intervals resample recordings. Wilson's
 *       interval is for independent trials, and keeps within 0 to 1 where the textbook's does not.
 *   <li>Sharpness is linear in contrast (a root mean square of differences), so that .7 means what it says. The variance of
 *       the Laplacian was rejected: it rewards noise.
 * </ul>
 */
package dev.kintsugi.evaluate.metrics;
