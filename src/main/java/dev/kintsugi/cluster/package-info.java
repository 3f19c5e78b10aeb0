/**
 * Groups of points ({@link dev.kintsugi.cluster.KMeans}), and which of some groups belong to which of others
 * ({@link dev.kintsugi.cluster.Assignment}).
 *
 * <p>Pure: arrays in, numbers out. May touch {@code dice}.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Groups are matched by an own Hungarian assignment: neither Smile nor ND4J has one. It lies here rather than with the
 *       measures, for a training that found classes by itself matches them with their names, too.
 *   <li>An own k-means: Smile's draws from generators that are one for each thread of the JVM, and works on several threads;
 *       a training must come to the same again.
 * </ul>
 */
package dev.kintsugi.cluster;
