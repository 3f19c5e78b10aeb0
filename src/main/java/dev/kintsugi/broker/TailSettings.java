package dev.kintsugi.broker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to follow, and how far.
 *
 * @param topics one or several, whose records are shown as they come
 * @param fromBeginning whether to begin with what is there already
 * @param most how many records to read; {@link Long#MAX_VALUE} for no limit
 * @param silence after how long without a record to stop, if ever
 */
public record TailSettings(List<String> topics, boolean fromBeginning, long most, Optional<Duration> silence) {
    public TailSettings {
        topics = List.copyOf(topics);
    }

    public TailSettings(String topic, boolean fromBeginning, long most, Optional<Duration> silence) {
        this(List.of(topic), fromBeginning, most, silence);
    }
}
