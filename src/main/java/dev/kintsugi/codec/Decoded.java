package dev.kintsugi.codec;

import java.util.Objects;
import java.util.function.Function;

/**
 * What came of reading a payload: the value, or why there is none.
 *
 * @param <T> what a good payload decodes to
 */
public sealed interface Decoded<T> {

    /** A payload that could be read. */
    record Ok<T>(T value) implements Decoded<T> {
        public Ok {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A payload that could not be read.
     *
     * @param reason short and for machines, such as {@code image-not-readable}
     * @param message for people: what was found, and what was expected
     */
    record Bad<T>(String reason, String message) implements Decoded<T> {
        public Bad {
            if (!reason.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw new IllegalArgumentException("reason \"" + reason + "\" is not kebab-case");
            }
            Objects.requireNonNull(message, "message");
        }

        /** The same failure where another kind of value was wanted. */
        public <U> Bad<U> retyped() {
            return new Bad<>(reason, message);
        }
    }

    static <T> Decoded<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Decoded<T> bad(String reason, String message) {
        return new Bad<>(reason, message);
    }

    default <U> Decoded<U> map(Function<? super T, ? extends U> change) {
        return flatMap(value -> new Ok<>(change.apply(value)));
    }

    default <U> Decoded<U> flatMap(Function<? super T, Decoded<U>> next) {
        if (this instanceof Ok<T> ok) {
            return next.apply(ok.value());
        }
        return ((Bad<T>) this).retyped();
    }

    default T orElseThrow(Function<Bad<T>, ? extends RuntimeException> failure) {
        if (this instanceof Ok<T> ok) {
            return ok.value();
        }
        throw failure.apply((Bad<T>) this);
    }
}
