/**
 * Chance that can be had again: numbers that are the same for the same seed on every machine and every JDK.
 *
 * <p>Knows nothing but the JDK, and of that no random generator. {@code data} makes and draws examples with it, and
 * {@code scenario} plans mishaps.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>A package of its own rather than a class of {@code data}: plans are to repeat on every JDK too, and
 *       {@code scenario} is to know no data sets.
 *   <li>Written out rather than taken from the JDK, see {@link dev.kintsugi.dice.Dice}.
 * </ul>
 */
package dev.kintsugi.dice;
