package dev.kintsugi.pairing;

import dev.kintsugi.event.Bytes;

/** A header that ties a record to a distributed trace; carried on unread from the events to what is made of them. */
public record TraceHeader(String name, Bytes value) {}
