package dev.kintsugi.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that a misspelt one was probably meant to be. */
final class NearestWord {
    private NearestWord() {}

    /**
     * The word at the smallest distance, if that is small enough: at most one edit in three letters, but two at least.
     */
    static Optional<String> to(String misspelt, Collection<String> words) {
        String lower = misspelt.toLowerCase(Locale.ROOT);
        int most = Math.max(2, misspelt.length() / 3);
        return words.stream()
                .filter(word -> distance(lower, word) <= Math.min(most, word.length() - 1))
                .min(Comparator.comparingInt(word -> distance(lower, word)));
    }

    /** Levenshtein's distance: the fewest letters inserted, deleted or replaced, one row of the table at a time. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
