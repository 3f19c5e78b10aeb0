/**
 * Asking a trained model: encode, fuse, decode on {@code float[]}, in batches, from many threads.
 *
 * <p>{@link dev.kintsugi.mvae.infer.Inference} is the model, immutable and shared;
 * {@link dev.kintsugi.mvae.infer.Workspace} is one thread's scratch and the way to ask.
 *
 * <pre>
 *   Observed ─► ObservationBatch ─► Encoder ─► experts ─► ProductOfExperts ─► s ─► Decoder ─► Inferred
 *                                     │ Convolution, Dense                          │ Dense
 *                                     └────────────► Matrix of a Kernel ◄───────────┘
 * </pre>
 *
 * <p>May touch {@code mvae}'s records, the JDK, and, in the classes whose names begin with Vector, the JDK's incubating vector
 * module. It needs no native library.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Kernels of our own rather than BLAS. A row's bits must not depend on the batch, which BLAS does not promise and
 *       does not keep; BLAS also packs the weights anew in each call, which costs more than the product of a small batch.
 *   <li>Every output is a chain of fused multiply-adds over k in ascending order that begins with the bias. Each is rounded
 *       once, exactly, and what else is computed (the logistic function, StrictMath) is the same everywhere: so the bits are
 *       the same for every batch, kernel, thread, machine and JDK.
 *   <li>Vectors if the JVM was started with {@code --add-modules jdk.incubator.vector}; plain loops otherwise, three to
 *       six times slower. The classes that need the module are compiled in a step of their own, so that nothing else can
 *       come to depend on it.
 *   <li>A convolution is a matrix product on the padded picture, with no copy of its patches: in the order height, width,
 *       channel a patch is four contiguous runs. Of a single channel these would be four values each, so the first layer
 *       reads {@link dev.kintsugi.mvae.infer.Strips}.
 *   <li>Small batches wait for weights from memory. These are kept as halves where bundles keep them so, they are below 64, and
 *       there are registers for broad panels. A batch of one widens as it goes, and takes .36 ms instead of .66 on a Xeon; of
 *       larger ones the first tile leaves the weights widened for the tiles that follow: a batch of 8 takes 1.03 ms instead of
 *       1.22 on JDK 25 and 1.1 instead of 1.2 on JDK 17, of 32 3.5 instead of 3.65 and 3.7 instead of 3.85 (measured).
 *   <li>Where vectors have 256 bits there are registers for a broad panel of one row only, so the weights are kept twice: as halves
 *       for a row that is alone, which takes .49 ms instead of .75 on a Zen 3, and as they are for several (27 MB instead of 18
 *       for a model; measured in turns in one process). Rejected for several rows: halves that are widened first, by which a batch
 *       of 8 took up to a third longer; tiles of two rows by four vectors, and of six by two (JDK 25 a thirtieth faster, JDK
 *       17 two thirds slower).
 *   <li>Where several rows read halves, the weights that follow are read once for nothing, before those that are near are
 *       used up: Java has no way to ask for memory ahead, and this is one. On a Zen 5 a batch of 2 took .53 ms instead of .71,
 *       of 8 .89 instead of 1.1, of 32 2.65 instead of 3.06 (JDK 17; taking turns in one process, the least of several
 *       hundred); of one, which does nothing but read, it took half as long again, so that does without. Rejected, measured in
 *       the same way: to widen the next piece's weights bit by bit beside the tiles of this one (2.80 for 2.92 where reading
 *       ahead has 2.5), and to widen all of a piece before its first tile (2.65 where this has 2.50).
 *   <li>Where sixteen vectors of weights are all of a layer, they stay in registers while the rows pass by
 *       ({@link dev.kintsugi.mvae.infer.VectorRegisters}): the first convolution of 128 sounds takes .50 ms instead of .76.
 *       Rejected: two pixels as one row of the tiles that other layers use, with zeros for what only the other reads.
 *   <li>Tiles look up where rows begin. Objects that told them were megabytes of garbage a batch: where the young generation
 *       is large, as that of a stream's collector is, each was written to a page that the system had to find first, and a
 *       batch of 128 took 28 ms instead of 15 (measured).
 *   <li>Tiles of four rows: where vectors have 512 bits there are registers for eight, and a weight is loaded half as often: a
 *       product of 32 rows by 2048x512 took .57 ms instead of .68 on a Xeon that loads two vectors a cycle (measured).
 *       Rejected: tiles of eight rows by two vectors for all layers, of half as long a stretch of weights. On a Xeon 32 took
 *       3.6 ms instead of 3.8; on a Zen 5 a batch of one .19 instead of .165, and 32 2.82 instead of 2.72 (taking turns in one
 *       process, the least of 40). Shorter stretches, of 64 and of 96, took there up to a twentieth longer.
 *   <li>Samples are drawn until one is surely what was meant ({@link dev.kintsugi.mvae.infer.Restorer}), rather than a fixed
 *       number: where a sample is plainly right, which is so of most things, seven more tell nothing. Confidence is fitted to
 *       restorations made so.
 *   <li>Sampled sounds are given back their {@link dev.kintsugi.mvae.infer.Grain}. A decoder answers with the mean of
 *       sounds that are rough each in its own way, which is smooth: restored sounds were .59 times as sharp as real ones,
 *       with grain .90, and as often right (.986 of validation pairs either way). The sample that is read again is the one
 *       that is sent, grain and all. Noise from a strip of numbers: 2,560 fresh normal numbers would cost more than to
 *       decode.
 *   <li>Sampled pictures are given back their {@link dev.kintsugi.mvae.infer.Contrast}, for the same reason: where a stroke
 *       ends is not known to the pixel, and its edge comes out grey. Restored pictures of Kannada digits were .57 times as sharp
 *       as real ones, of MNIST's .76; with contrast .82 and .93, and judges read them as before (of Kannada .982 rather than
 *       .989; validation data). Rejected: more private numbers, and less weight on what they say, which left it at .57.
 *   <li>What is missing is drawn from the target's own likeness within a component of the prior, if the weights hold
 *       likenesses: the posterior says which component, and where the latents of that part lie within it was found out after
 *       training. Rejected: decoding the posterior's own sample with a private part from N(0, I). What a decoder learns for
 *       shared parts that come from others is the mean of their class: restored pictures were .38 times as sharp as real
 *       ones and .19 times as varied, and with likenesses, of the same weights, .69 and .79; sounds were judged right at
 *       .916 rather than .882, and what was imagined agreed at .946 rather than .816 (validation data).
 *   <li>No native memory: replacing the model leaves nothing behind but garbage.
 * </ul>
 */
package dev.kintsugi.mvae.infer;
