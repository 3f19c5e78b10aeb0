package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Markup;

/** A sound to be played, with a word before it. */
final class Voices {
    private Voices() {}

    static String of(String word, byte[] wav) {
        return "<div class=\"voices\"><span>" + Markup.text(word) + "</span>" + Markup.sound(wav, word) + "</div>";
    }
}
