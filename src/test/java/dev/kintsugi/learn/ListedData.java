package dev.kintsugi.learn;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Digits in any number: a square in the picture, and a tone in the sound, that tell the class; spoken by ann and bob. */
record ListedData(String name, int pictures, int sounds) implements Dataset {
    private static final List<String> VOICES = List.of("ann", "bob");
    private static final int CLASSES = 10;

    @Override
    public boolean hasPictures(String data) {
        return data.equals("mnist") && pictures > 0;
    }

    @Override
    public boolean hasSounds(String data) {
        return data.equals("fsdd") && sounds > 0;
    }

    @Override
    public Examples<Picture> pictures(String data, Split split) {
        if (split == Split.TEST) {
            throw new Fault("the test split is not to be opened");
        }
        return listed(pictures, number -> {
            byte[] grey = new byte[28 * 28];
            for (int i = 0; i < 9; i++) {
                grey[(8 + number % CLASSES + i / 3) * 28 + 12 + i % 3] = (byte) 255;
            }
            return new Picture(28, 28, grey);
        });
    }

    @Override
    public Examples<Sound> sounds(String data, Split split) {
        if (split == Split.TEST) {
            throw new Fault("the test split is not to be opened");
        }
        return listed(sounds, number -> {
            float[] samples = new float[4_000];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = .5f * (float) Math.sin(2 * Math.PI * i * (200 + 150 * (number % CLASSES)) / 8_000);
            }
            return new Sound(8_000, samples);
        });
    }

    private <T> Examples<T> listed(int size, IntFunction<T> make) {
        return new Examples<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public String label(int number) {
                return String.valueOf(number % CLASSES);
            }

            @Override
            public Example<T> get(int number) {
                String voice = VOICES.get(number / CLASSES % VOICES.size());
                return new Example<>(label(number), name + "#" + number, Optional.of(voice), make.apply(number));
            }
        };
    }
}
