package dev.kintsugi.learn;

import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.sense.Sense;
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
