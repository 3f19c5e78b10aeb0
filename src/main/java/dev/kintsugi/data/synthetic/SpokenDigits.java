package dev.kintsugi.data.synthetic;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.dice.Dice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sounds of spoken digits, each varied from the corpus when asked for.
 *
 * @param source what the numbers of the sounds are appended to
 * @param speakers the voices that speak
 * @param seed together with its number, all that a sound depends on
 */
record SpokenDigits(String source, List<String> speakers, long seed, int size) implements Examples<Sound> {

    @Override
    public String label(int number) {
        return Integer.toString(Objects.checkIndex(number, size) % 10);
    }

    @Override
    public Example<Sound> get(int number) {
        Dice dice = Dice.of(seed, Objects.checkIndex(number, size));
        String voice = speakers.get(dice.below(speakers.size()));
        Sound sound = Utterance.of(Voices.word(voice, number % 10), dice);
        return new Example<>(label(number), source + "#" + number, Optional.of(voice), sound);
    }
}
