/**
 * The model: a multimodal VAE with a product of experts (Wu and Goodman, "Multimodal generative models for scalable
 * weakly-supervised learning", 2018), as records that training, bundles and inference agree on.
 *
 * <p>Here are only shapes and numbers: {@link dev.kintsugi.mvae.Architecture} says which tensors a model has,
 * {@link dev.kintsugi.mvae.Weights} holds them. The packages below do the work and know each other only through these:
 *
 * <pre>
 *   train  ─► Weights ─► bundle (a directory or bytes, with an id) ─► Weights ─► infer
 * </pre>
 *
 * <p>The network of a sensed part, all in float32, activations in the order height, width, channel:
 *
 * <pre>
 *   H·W ─ conv 4×4/2, 16, ReLU ─ conv 4×4/2, 32, ReLU ─ dense 256, ReLU ─┬─ mean and log-variance of its expert for s
 *                                                                        └─ mean and log-variance of its private part p
 *   s, p ─ dense 256, ReLU ─ dense 512, ReLU ─ dense H·W, sigmoid ─ the mean of each value
 * </pre>
 *
 * <p>A labelled part has a table with one expert per class, and a decoder S ─ dense 64, ReLU ─ dense, softmax.
 *
 * <p>This package may touch the JDK alone; it knows neither payloads nor Kafka nor topology files.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Small convolutional encoders but dense decoders: of all that was tried on digits, convolutions in the encoder were
 *       worth most, and decoders gained little for their cost.
 *   <li>A row of a convolution's weights runs over (ky, kx, channel in), so that with activations in the same order a
 *       patch is a few contiguous runs, and a convolution is one matrix product. Rejected: the channels-first order of
 *       other frameworks, whose patches are gathered one value at a time.
 *   <li>Beside the tensors that are trained a model may have likenesses (see {@link dev.kintsugi.mvae.Architecture}): they
 *       are found out after training, and a model without them still restores.
 *   <li>The prior of s takes part in every product as one N(0, I) expert, also when it is a mixture: a product with a
 *       mixture has no closed form, and the mixture acts through the KL term.
 * </ul>
 */
package dev.kintsugi.mvae;
