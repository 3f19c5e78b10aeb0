package dev.kintsugi.data.files;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Examples that each lie in a file of their own, decoded when asked for. */
final class StoredExamples<T> implements Examples<T> {

    /**
     * One file that has not been decoded.
     *
     * @param place the path of the file, or its archive and name, for errors
     * @param content reads the bytes
     */
    record Item(String label, String source, Optional<String> voice, String place, Supplier<byte[]> content) {}

    private final List<Item> items;
    private final Function<byte[], Decoded<T>> decoder;

    StoredExamples(List<Item> items, Function<byte[], Decoded<T>> decoder) {
        this.items = List.copyOf(items);
        this.decoder = decoder;
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public String label(int number) {
        return items.get(number).label();
    }

    @Override
    public Example<T> get(int number) {
        Item item = items.get(number);
        T value = decoder.apply(item.content().get())
                .orElseThrow(bad ->
                        new Fault(item.place() + ": " + bad.message() + "; replace it or take it out of the data"));
        return new Example<>(item.label(), item.source(), item.voice(), value);
    }
}
