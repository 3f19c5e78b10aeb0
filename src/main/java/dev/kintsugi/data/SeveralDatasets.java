package dev.kintsugi.data;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.image.Picture;
import java.util.List;
import java.util.function.Predicate;

/** Several data sets as one: each name is taken from the first that has it. */
record SeveralDatasets(List<Dataset> parts) implements Dataset {

    @Override
    public boolean hasPictures(String name) {
        return parts.stream().anyMatch(part -> part.hasPictures(name));
    }

    @Override
    public boolean hasSounds(String name) {
        return parts.stream().anyMatch(part -> part.hasSounds(name));
    }

    @Override
    public Examples<Picture> pictures(String name, Split split) {
        return first(part -> part.hasPictures(name), "pictures", name).pictures(name, split);
    }

    @Override
    public Examples<Sound> sounds(String name, Split split) {
        return first(part -> part.hasSounds(name), "sounds", name).sounds(name, split);
    }

    private Dataset first(Predicate<Dataset> has, String what, String name) {
        return parts.stream()
                .filter(has)
                .findFirst()
                .orElseThrow(() -> new Fault("no " + what + " called \"" + name + "\" in any of " + parts
                        + "; put them into a folder " + name + "/ of one of these"));
    }
}
