/**
 * What this machine can do: the yardstick that training and inference are measured with.
 *
 * <p>May touch ND4J's OpenBLAS and the file that describes the processor.
 *
 * <p>Decisions:
 * <ul>
 *   <li>The peak is measured, not looked up: clock rates vary with the machine's neighbours, and vector units differ
 *       within a family. OpenBLAS reaches all but a few percent of it on large matrices.
 *   <li>OpenBLAS is called directly rather than through ND4J's arrays: it is the same library, but does not wait two
 *       seconds for ND4J to start. What is measured is what training gets.
 *   <li>The OpenBLAS inside ND4J (0.3.19) does not know processors newer than itself and then runs at a quarter of their
 *       speed. The cure is the environment variable OPENBLAS_CORETYPE, which must be there before the library is loaded:
 *       the launcher's business, unless somebody has set it. Here is the advice where it is missing or names a processor
 *       without AVX-512, which {@code train}, {@code bench train} and {@code bench infer} print: some machines name one for
 *       all that runs on them.
 * </ul>
 */
package dev.kintsugi.mvae.machine;
