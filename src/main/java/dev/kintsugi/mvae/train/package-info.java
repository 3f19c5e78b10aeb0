/**
 * Training of the multimodal VAE with SameDiff: from observations to {@link dev.kintsugi.mvae.Weights}.
 *
 * <p>{@link dev.kintsugi.mvae.train.Trainer} trains from beginning to end; {@link dev.kintsugi.mvae.train.Training} is the
 * same step by step, for an owner who has other things to do in between. Both read
 * {@link dev.kintsugi.mvae.train.TrainingData}, plain numbers. The package may touch ND4J and
 * {@code cluster}; it knows neither payloads nor Kafka nor topology files.
 *
 * <pre>
 *   TrainingData ─► Batches ─► Inputs ─► Objective (graph, terms, gradients) ─► Step ─► Adam ─► Parameters ─► Weights
 *                   (order, shift,        Encoder ─► Experts ─► Decoder            (by a Plan)  (Layout)
 *                    noise)               SharedPrior, LabelNetwork, Agreement   │           ▲
 *                   Weighing (of terms) ◄── Guesses ◄──────────────────────────┴ Discovery ─┘ (where classes are not told)
 * </pre>
 *
 * <p>The objective, summed over subsets of modalities (each alone, pairs of sensed ones, all) and over rows that have all
 * members of the subset:
 *
 * <ul>
 *   <li>the Bernoulli likelihood of every sensed side that came, decoded from the subset: with weight 1 and the side's own
 *       private part if it is a member, else with weight {@code cross} and a private part drawn from N(0, I);
 *   <li>the cross-entropy of the label, from a sample of the shared part;
 *   <li>the KL divergences of the shared part, once for the subset, and of the private part of each sensed member; where the
 *       class is told, from the mixture's component of that class;
 *   <li>cycle: what was decoded from one other modality is encoded again, and the label is guessed from that;
 *   <li>reversal: a classifier guesses the label from a private part alone, and the encoder works against it;
 *   <li>agreement, where not all labels are told: the sides of an observation find each other among those of the batch, by
 *       the shared part that each alone infers ({@link dev.kintsugi.mvae.train.Agreement}).
 * </ul>
 *
 * <p>Where few labels are told, classes are the groups into which agreement has brought the shared part by the end of a
 * pass ({@link dev.kintsugi.mvae.train.Discovery}), and a class that is not told, and of which the present model is certain by all
 * sides together, counts as told in that step ({@link dev.kintsugi.mvae.train.Guesses}). Without any label, these classes have
 * numbers and no names. That classes are about alike frequent is taken for granted here, as it is not where all are told.
 *
 * <p>Threads: OMP_NUM_THREADS for all of ND4J, before the first call; one is best on a busy machine, together with
 * OMP_WAIT_POLICY=PASSIVE.
 *
 * <p>Decisions, with times of one step of 128 pairs of digits on one core of a Zen 5 (measured):
 *
 * <ul>
 *   <li>The graph is differentiated by {@link dev.kintsugi.mvae.train.Gradients}, not by {@code createGradFunction}, which
 *       copies it through its serialised form and so admits native gradients only. Those of M2.1 are slow (sums of many
 *       arrays 770 ms of a step of 990 ms; rectifiers, sums down columns, concatenation), always two-sided (products), or
 *       wrong (scaled sigmoid cross-entropy). With {@link dev.kintsugi.mvae.train.Operation} a step takes 150 to 180 ms.
 *   <li>{@link dev.kintsugi.mvae.train.Plan} executes the graph, not SameDiff's session, which takes 45 ms of a step of 310 for
 *       itself on an Intel Xeon: for shapes, arrays, and who needs them still. Its cache of arrays loses most, besides.
 *   <li>A convolution is {@link dev.kintsugi.mvae.train.Moves} of blocks and a product, in the order of
 *       {@link dev.kintsugi.mvae.train.Blocks}. Rejected: the native one (20 times slower without oneDNN), space-to-depth or
 *       transposition (10 to 30 ns a value), and slices that are split, padded and joined (28 ms of a step there).
 *   <li>What would go through memory several times natively goes once, in Java
 *       ({@link dev.kintsugi.mvae.train.JavaOperation}), with the same bits. A step there takes 235 to 255 ms, of which products
 *       are 157, against 192 to 197 for the same network and objective in PyTorch 2.14 ({@code scripts/pytorch-step.py}).
 *   <li>All weights of terms are inputs, row by row, and all subsets are rows of one matrix: masks cost nothing, and there
 *       is one graph whatever came and whatever is labelled.
 *   <li>Adam is a loop in Java: 5 ms, where the native operation takes 20.
 *   <li>Reversal is one gradient of (loss - λ · classifier's loss), where the classifier's own part is then turned by -1/λ:
 *       no special operation, and the encoder's and the classifier's steps are simultaneous.
 *   <li>A told class names its component of the prior. Left to find their classes alone, components came to straddle them:
 *       half of what was drawn from the prior then showed one digit and spoke another (measured: joint coherence .562
 *       after four passes).
 *   <li>Without labels, cross-decoding alone makes nothing of the shared part: one component of the prior takes everything
 *       (measured). Tried for it, in a smaller model: the mutual information of the classes that the sides guess, by gradient
 *       (six or seven of ten digits, and none beside the KL terms); balanced assignments (Caron and others, "SwAV", 2020; a
 *       digit or two in halves); agreement of sides and then k-means (all ten, .99 of pairs right; in this model, .95 after a
 *       first pass of 25,600, and .985 after the second). A class is then all that a
 *       picture and a sound share, which is what pairs alone can teach.
 *   <li>The observations that are told are the same ones in every pass, where not all are. Drawn anew, one label in a hundred
 *       would have told of every recording before the training was over.
 *   <li>Randomness is a function of seed and position, so a checkpoint holds arrays and a step number and no generators.
 * </ul>
 */
package dev.kintsugi.mvae.train;
