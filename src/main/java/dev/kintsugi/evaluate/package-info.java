/**
 * How good a model is: examined on data that it never saw, by judges that share nothing with it.
 *
 * <pre>
 *   TestData ─► Examinee (a bundle) ─► posteriors, restorations ─► Readers (judges, reading files) ─► metrics ─► Figures
 * </pre>
 *
 * <p>{@link dev.kintsugi.evaluate.Evaluation} measures everything; {@link dev.kintsugi.evaluate.TrustFitting} finds out how
 * far a model's confidence is to be believed. {@code evaluate.metrics} are the measures, pure; {@code evaluate.judge} are
 * the judges.
 *
 * <p>May touch {@code data}, {@code sense}, {@code learn}'s rows and {@code mvae}; knows neither Kafka nor the command line.
 *
 * <p>Decisions:
 * <ul>
 *   <li>What a model restores is judged from the bytes that a user would get, a PNG or a WAV. Rejected: judging its values,
 *       which does not notice what the way back to sound costs.
 *   <li>Three figures for each direction: the restoration as it would be published, which is the best of its samples as the
 *       model reads them (see {@link dev.kintsugi.mvae.infer.Restorer}); {@code _unchecked}, every sample by itself; and
 *       {@code _mean}, decoded from the means. The same three for what is imagined.
 *   <li>The likelihood of one side given another is the joint one less that of the other: both are estimated from the same
 *       pairs.
 *   <li>Intervals resample what is scarce: pairs with one recording stand and fall together.
 * </ul>
 */
package dev.kintsugi.evaluate;
