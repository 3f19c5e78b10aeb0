/**
 * How fast a model is trained and asked on this machine, for {@code kintsugi bench}. May touch all of {@code mvae}; a clock
 * is given to it.
 */
package dev.kintsugi.mvae.bench;
