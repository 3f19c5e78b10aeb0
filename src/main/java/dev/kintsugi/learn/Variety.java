package dev.kintsugi.learn;

import dev.kintsugi.dice.Dice;
import dev.kintsugi.mvae.Part;

/**
 * How the sides of observations are varied, so that a model learns from more hands and voices than a corpus has, and how
 * its encoders are hampered, so that they learn not to rely on any one trait.
 */
record Variety(Hand hand, Voice voice, Emphasis emphasis, Veil veil) {
    static final Variety USUAL = new Variety(Hand.USUAL, Voice.USUAL, Emphasis.USUAL, Veil.USUAL);

    /** As another would have written or said it: the row itself, or a varied copy of it. */
    float[] varied(Part.Sensed part, float[] row, Dice dice) {
        return switch (part.kind()) {
            case IMAGE -> hand.varied(row, part.height(), part.width(), dice);
            case AUDIO -> voice.varied(row, part.height(), part.width(), dice);
        };
    }

    /** As an encoder gets to see it: the row itself, or a copy of it with something changed or hidden. */
    float[] hampered(Part.Sensed part, float[] row, Dice dice) {
        return switch (part.kind()) {
            case IMAGE -> row;
            case AUDIO -> {
                float[] emphasised = emphasis.on(row, part.height(), part.width(), dice);
                yield veil.over(emphasised, part.height(), part.width(), dice);
            }
        };
    }
}
