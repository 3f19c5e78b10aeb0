/**
 * The senses of a model: how a picture or a sound becomes a row of its values, and how values become a picture or a sound
 * again.
 *
 * <p>{@link dev.kintsugi.sense.Senses} has one {@link dev.kintsugi.sense.Sense} for each sensed part of a model, made from a
 * topology file before training and from a bundle's manifest afterwards. Training, evaluation, the stream and the commands
 * all see and hear through it, so that a figure measured is a figure met.
 *
 * <p>May touch the codecs, {@code spec}'s modalities, {@code mvae}'s parts and manifests; knows neither Kafka nor data sets.
 *
 * <p>Decision: how to sense is written into the bundle (its preprocessing) and read from there. Rejected: reading it from the
 * topology file at run time, where a changed line would feed the model what it was not trained on, without an error.
 */
package dev.kintsugi.sense;
