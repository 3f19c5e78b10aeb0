package dev.kintsugi.evaluate;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;

/** The first examples of another data set, so that tests are quick. */
record FewExamples(Dataset all, int count) implements Dataset {

    @Override
    public boolean hasPictures(String name) {
        return all.hasPictures(name);
    }

    @Override
    public boolean hasSounds(String name) {
        return all.hasSounds(name);
    }

    @Override
    public Examples<Picture> pictures(String name, Split split) {
        return new First<>(all.pictures(name, split), count);
    }

    @Override
    public Examples<Sound> sounds(String name, Split split) {
        return new First<>(all.sounds(name, split), count);
    }

    private record First<T>(Examples<T> examples, int size) implements Examples<T> {
        @Override
        public String label(int number) {
            return examples.label(number);
        }

        @Override
        public Example<T> get(int number) {
            return examples.get(number);
        }
    }
}
