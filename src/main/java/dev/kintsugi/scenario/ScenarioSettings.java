package dev.kintsugi.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What a scenario is made of, but for the things themselves.
 *
 * @param keyPrefix stands before the thing's number in every key and event id
 * @param count how many things
 * @param start the event time of the first
 * @param spacing the event time between one thing and the next
 * @param window within which the sides of a thing belong together
 * @param grace how much longer an observation waits
 * @param sides the modalities of which one at least must come; labels are none
 */
public record ScenarioSettings(
        String keyPrefix,
        long count,
        Instant start,
        Duration spacing,
        Duration window,
        Duration grace,
        Set<String> sides,
        Mishaps mishaps,
        long seed) {}
