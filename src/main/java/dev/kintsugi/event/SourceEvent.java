package dev.kintsugi.event;

/** One of the events that a restored record was made from. */
public record SourceEvent(String modality, Origin origin) {}
