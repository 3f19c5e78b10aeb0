package dev.kintsugi.data.synthetic;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.files.Recordings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The corpus of spoken digits: fifty voices of eSpeak NG, each saying every digit once.
 *
 * <p>It is decoded once, when first needed, and takes some 8 MB then. {@code scripts/make-voices.sh} makes it.
 */
final class Voices {
    /** A man's and a woman's voice whose timbre no other voice has. Nothing is trained or tested on them. */
    static final Set<String> HELD_OUT = Set.of("en-us+michael", "en-gb+belinda");

    private static final String CORPUS = "/dev/kintsugi/data/synthetic/voices.tar.gz";

    private Voices() {}

    /** The names of the voices, in order: those held out, or the others. */
    static List<String> names(boolean heldOut) {
        return Corpus.WORDS.keySet().stream()
                .filter(name -> HELD_OUT.contains(name) == heldOut)
                .toList();
    }

    static Sound word(String voice, int digit) {
        return Corpus.WORDS.get(voice)[digit];
    }

    /** Loaded with the first use of this class, as the language promises, and by one thread. */
    private static final class Corpus {
        static final Map<String, Sound[]> WORDS = load();

        private static Map<String, Sound[]> load() {
            Map<String, Sound[]> words = new TreeMap<>();
            Examples<Sound> recordings = recordings();
            for (int i = 0; i < recordings.size(); i++) {
                Example<Sound> word = recordings.get(i);
                words.computeIfAbsent(word.voice().orElseThrow(), voice -> new Sound[10])[
                                Integer.parseInt(word.label())] =
                        word.value();
            }
            return words;
        }

        private static Examples<Sound> recordings() {
            try (InputStream in = Voices.class.getResourceAsStream(CORPUS)) {
                return Recordings.in(CORPUS, in).takes(take -> true);
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + CORPUS, e);
            }
        }
    }
}
