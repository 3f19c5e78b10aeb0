package dev.kintsugi.evaluate.judge;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;

/** The first examples of another data set. */
public record FewExamples(Dataset all, int most) implements Dataset {

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
        return Part.first(all.pictures(name, split), most);
    }

    @Override
    public Examples<Sound> sounds(String name, Split split) {
        return Part.first(all.sounds(name, split), most);
    }
}
