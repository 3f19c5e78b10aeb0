package dev.kintsugi.event;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;

/** What the models topic holds. */
public sealed interface ModelRecord {

    /** The bundle's id, in full. */
    String modelId();

    Instant publishedAt();

    /**
     * A stretch of a bundle; a whole one would be larger than a Kafka record should be.
     *
     * @param number of this one, from 0
     * @param parts of the bundle
     */
    record Part(String modelId, Instant publishedAt, int number, int parts, Bytes bytes) implements ModelRecord {
        public Part {
            publishedAt = publishedAt.truncatedTo(MILLIS);
        }
    }

    /** The word that this bundle is to be used; the latest is in force. */
    record Choice(String modelId, Instant publishedAt) implements ModelRecord {
        public Choice {
            publishedAt = publishedAt.truncatedTo(MILLIS);
        }
    }
}
