package dev.kintsugi.event;

import java.time.Instant;
import java.util.Optional;

/** One message of one modality. Its key, which says what it belongs to, travels beside it. */
public sealed interface Event permits ImageEvent, AudioEvent, LabelEvent {

    /** Identifies the event across repeated deliveries; without one, time and payload do. */
    Optional<String> id();

    /** When it happened, in milliseconds: windows and deadlines are reckoned in this time. */
    Instant time();

    /** Where it comes from, in the sender's words. */
    Optional<String> source();
}
