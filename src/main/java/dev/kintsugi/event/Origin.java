package dev.kintsugi.event;

/** Where an event is found: the address of the record that brought it. */
public record Origin(String topic, int partition, long offset) {}
