package dev.kintsugi.evaluate.judge;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that there is a judge of: one kind of data, under the name that it has in data sets and among the judges.
 *
 * @param <T> a picture or a sound
 */
public final class Subject<T> {
    public static final Subject<Picture> WESTERN_DIGITS =
            new Subject<>("mnist", Sight::new, "MNIST, Y. LeCun, C. Cortes, C. J. C. Burges, CC BY-SA 3.0", 15_000, 5);

    public static final Subject<Picture> KANNADA_DIGITS =
            new Subject<>("kannada", Sight::new, "Kannada-MNIST, V. U. Prabhu, CC BY-SA 4.0", 8_000, 20);

    public static final Subject<Sound> SPOKEN_DIGITS = new Subject<>(
            "fsdd", Hearing::new, "Free Spoken Digit Dataset, Z. Jackson and others, CC BY-SA 4.0", 3_000, 20);

    /** What judges are shipped for. */
    public static final List<Subject<?>> ALL = List.of(WESTERN_DIGITS, KANNADA_DIGITS, SPOKEN_DIGITS);

    private final String name;
    private final Supplier<Sense<T>> sense;
    private final String attribution;
    private final int synthetic;
    private final int passes;

    private Subject(String name, Supplier<Sense<T>> sense, String attribution, int synthetic, int passes) {
        this.name = name;
        this.sense = sense;
        this.attribution = attribution;
        this.synthetic = synthetic;
        this.passes = passes;
    }

    /** What is called so in data sets. */
    public static Optional<Subject<?>> named(String name) {
        return ALL.stream().filter(subject -> subject.name.equals(name)).findFirst();
    }

    public String name() {
        return name;
    }

    /** How often all examples are gone through, if nothing else is asked for. */
    public int passes() {
        return passes;
    }

    /** Reads this subject's judge from the directory that holds them all. */
    public Judge<T> judge(Path judges) {
        return Judge.load(judges.resolve(name), sense());
    }

    /** How many made-up examples are learnt from beside the real ones. */
    int synthetic() {
        return synthetic;
    }

    String attribution() {
        return attribution;
    }

    Sense<T> sense() {
        return sense.get();
    }

    Examples<T> examples(Dataset data, Split split) {
        return sense().examples(data, name, split);
    }

    @Override
    public String toString() {
        return name;
    }
}
