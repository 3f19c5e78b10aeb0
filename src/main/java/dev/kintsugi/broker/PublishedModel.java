package dev.kintsugi.broker;

import java.time.Instant;

/**
 * A bundle on the models topic.
 *
 * @param id of the bundle, in full
 * @param chosen whether running streams are to use it
 */
public record PublishedModel(String id, Instant publishedAt, int parts, boolean chosen) {}
