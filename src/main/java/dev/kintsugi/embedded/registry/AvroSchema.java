package dev.kintsugi.embedded.registry;

import org.apache.avro.Schema;

/**
 * A schema that Avro understood, with the text by which it is known: canonical, its references naming real versions.
 */
record AvroSchema(Schema schema, SchemaText text) {}
