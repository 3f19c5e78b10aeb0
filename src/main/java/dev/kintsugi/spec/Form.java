package dev.kintsugi.spec;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a key accepts: how its text is read, and what to tell whoever wrote something else.
 *
 * @param reader the value that a text states, or nothing
 * @param remedy what to do, given the text that was refused
 */
record Form<T>(Function<String, Optional<T>> reader, Function<String, String> remedy) {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(_\\d+)*");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern BARE_NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private static <T> Form<T> of(Function<String, Optional<T>> reader, String remedy) {
        return new Form<>(reader, refused -> remedy);
    }

    Optional<T> read(String text) {
        return reader.apply(text);
    }

    static Form<Integer> whole(int least, int most) {
        Form<Long> wide = wholeLong(least, most);
        return new Form<>(text -> wide.read(text).map(Long::intValue), wide.remedy);
    }

    /** Digits may be grouped as in {@code 1_000_000}. */
    static Form<Long> wholeLong(long least, long most) {
        return of(
                text -> parsed(text, WHOLE, digits -> Long.valueOf(digits.replace("_", "")))
                        .filter(number -> number >= least && number <= most),
                "use a whole number from " + least + " to " + most);
    }

    static Form<Double> decimal(double least, double most) {
        return of(
                text -> parsed(text, DECIMAL, Double::valueOf).filter(number -> number >= least && number <= most),
                "use a number from " + plain(least) + " to " + plain(most));
    }

    static Form<Boolean> flag() {
        return of(
                text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                },
                "use true or false");
    }

    static Form<Duration> positiveDuration(String example) {
        return duration(length -> !length.isZero(), "use a positive duration such as " + example);
    }

    static Form<Duration> durationFromZero(String example) {
        return duration(length -> true, "use a duration of zero or more such as " + example);
    }

    private static Form<Duration> duration(Predicate<Duration> fits, String remedy) {
        return new Form<>(
                text -> DurationText.parse(text).filter(fits),
                refused -> BARE_NUMBER.matcher(refused).matches()
                        ? "a duration needs a unit: write " + refused + "s if seconds are meant"
                        : remedy);
    }

    /** The same form, or the given word for its absence ({@code off}, {@code forever}). */
    Form<Optional<T>> or(String word) {
        return new Form<>(
                text -> text.equals(word)
                        ? Optional.of(Optional.empty())
                        : read(text).map(Optional::of),
                refused -> remedy.apply(refused) + ", or " + word);
    }

    /** One of the constants, written in lower case with hyphens. */
    static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        String words = constants.stream().map(Form::word).collect(Collectors.joining(", "));
        return of(
                text -> constants.stream()
                        .filter(constant -> word(constant).equals(text))
                        .findFirst(),
                "use one of " + words);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Form<String> matching(String regex, String remedy) {
        Predicate<String> fits = Pattern.compile(regex).asMatchPredicate();
        return of(text -> Optional.of(text).filter(fits), remedy);
    }

    /** Kafka's own rule for names of topics. */
    static Form<String> topicName() {
        return matching(
                "(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}",
                "use a topic name: 1 to 249 characters of a-z, A-Z, 0-9, dot, underscore and hyphen");
    }

    /** The name of a folder inside another one: no separators, and nothing that climbs out. */
    static Form<String> folder() {
        return matching("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "use the name of a folder, such as mnist");
    }

    static Form<Path> path(String example) {
        return of(
                text -> {
                    try {
                        return Optional.of(Path.of(text)).filter(path -> !text.isBlank());
                    } catch (InvalidPathException notAPath) {
                        return Optional.empty();
                    }
                },
                "use a path such as " + example);
    }

    private static <T> Optional<T> parsed(String text, Pattern form, Function<String, T> parser) {
        try {
            return Optional.of(text).filter(form.asMatchPredicate()).map(parser);
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
