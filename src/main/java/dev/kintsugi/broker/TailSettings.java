package dev.kintsugi.broker;

import java.time.Duration;
import java.util.Optional;

/**
 * What to follow, and how far.
 *
 * @param fromBeginning whether to begin with what is there already
 * @param most how many records to read; {@link Long#MAX_VALUE} for no limit
 * @param silence after how long without a record to stop, if ever
 */
public record TailSettings(String topic, boolean fromBeginning, long most, Optional<Duration> silence) {}
