/**
 * Judges: classifiers that look at a restored picture, or listen to a restored sound, as a user gets it, and tell which
 * digit it is.
 *
 * <pre>
 *   PNG ─► Picture ─► CanonicalPicture ─► 28 x 28 ─┐
 *                                                  ├─► Network ─► Verdicts
 *   WAV ─► Sound ───► LogMel ───────────► 64 x 40 ─┘
 *
 *   image: conv 5×5/2, 16 ─ conv 5×5/2, 32 ─┐
 *   audio: conv 6×6/3, 16 ─ conv 3×3/2, 32 ─┴─ dense 128 ─ softmax      (all but the last with ReLU)
 * </pre>
 *
 * <p>{@link dev.kintsugi.evaluate.judge.Subject} names what there are judges of, and
 * {@link dev.kintsugi.evaluate.judge.JudgeTraining} makes them. May touch the codecs, {@code data}, {@code dice}, Jackson,
 * ND4J and Deeplearning4j, whose home is here; but nothing of {@code mvae}: a judge that shared weights or code with what
 * it judges would share its errors.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Judges read files, not features: what the codecs lose on the way is lost to a user too.
 *   <li>The audio judge learns each sound twice, the second time after it went through the vocoder, because all that it
 *       will judge comes from there. Else it would blame the model for the vocoder.
 *   <li>Real and made-up examples mixed, so that one judge serves those who have no real data as well; each varied in
 *       every pass: turned, stretched, moved, blurred, and sounds masked and roughened.
 *   <li>Deeplearning4j's convolutions gather patches and multiply by OpenBLAS, with any of ND4J's native libraries: the one
 *       with oneDNN is no quicker and gives the same probabilities to the bit (measured, 2,600 digits). What is slow is
 *       gathering, in proportion to patches times their size: so there is no padding, and strides are long. For 128
 *       pictures the layers took 24 ms and with padding 49; for 128 sounds 33 ms, and 100 with two strides of two.
 *   <li>No batch normalisation: nothing to fold, and the figures do without.
 *   <li>Weights as safetensors in half precision. The header is not parsed but compared with the one that the network
 *       asks for. Deeplearning4j's own zip was rejected: its configuration names classes, which reading it instantiates.
 *       The half precision is ND4J's, and so this file shares no code with the model's bundles.
 *   <li>Examples kept back for trying out settings are every twelfth of the training part. The test part is for the card.
 * </ul>
 */
package dev.kintsugi.evaluate.judge;
