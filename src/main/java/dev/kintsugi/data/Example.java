package dev.kintsugi.data;

import java.util.Objects;
import java.util.Optional;

/**
 * One picture or sound, and what is known of it.
 *
 * @param label what it shows or says
 * @param source where it comes from, such as {@code mnist/train#17} or {@code 7_theo_12.wav}
 * @param voice who speaks or writes, where that is known
 */
public record Example<T>(String label, String source, Optional<String> voice, T value) {
    public Example {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(voice, "voice");
        Objects.requireNonNull(value, "value");
    }
}
