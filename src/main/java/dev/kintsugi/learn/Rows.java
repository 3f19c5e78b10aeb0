package dev.kintsugi.learn;

import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.sense.Hearing;
import dev.kintsugi.sense.Sense;
import dev.kintsugi.sense.Sight;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Examples as the model senses them, each sensed when first asked for and remembered.
 *
 * @param <T> a picture or a sound
 */
public final class Rows<T> implements Examples<float[]> {
    private final Examples<T> examples;
    private final Sense<T> sense;
    private final AtomicReferenceArray<Example<float[]>> sensed;

    public Rows(Examples<T> examples, Sense<T> sense) {
        this.examples = examples;
        this.sense = sense;
        this.sensed = new AtomicReferenceArray<>(examples.size());
    }

    /** The examples that a data set has under a name, if it has them. */
    public static Optional<Rows<?>> of(Sense<?> sense, String name, Dataset dataset, Split split) {
        if (sense instanceof Sight sight) {
            return dataset.hasPictures(name)
                    ? Optional.of(new Rows<>(dataset.pictures(name, split), sight))
                    : Optional.empty();
        }
        return dataset.hasSounds(name)
                ? Optional.of(new Rows<>(dataset.sounds(name, split), (Hearing) sense))
                : Optional.empty();
    }

    @Override
    public int size() {
        return examples.size();
    }

    @Override
    public String label(int number) {
        return examples.label(number);
    }

    /** The row is shared: who changes it, changes what everyone learns. */
    @Override
    public Example<float[]> get(int number) {
        Example<float[]> known = sensed.get(number);
        if (known == null) {
            Example<T> example = examples.get(number);
            known = new Example<>(example.label(), example.source(), example.voice(), sense.row(example.value()));
            sensed.set(number, known);
        }
        return known;
    }
}
