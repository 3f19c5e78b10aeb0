package dev.kintsugi.pairing;

/**
 * An entry of an {@link Agenda}: which observation's turn it is at a point of the agenda's time.
 *
 * @param number tells observations of the same time apart, and orders them
 */
public record Due(long at, long number, String key) {}
