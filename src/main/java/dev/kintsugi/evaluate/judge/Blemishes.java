package dev.kintsugi.evaluate.judge;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;

/** What is put upon examples in training, so that a judge does not rely on their being perfect. */
final class Blemishes {
    private Blemishes() {}

    /** Moves each value towards the mean of the three by three around it, as a model blurs what it is unsure of. */
    static void soften(float[] values, int at, int height, int width, double share) {
        float[] before = Arrays.copyOfRange(values, at, at + height * width);
        for (int row = 1; row < height - 1; row++) {
            for (int column = 1; column < width - 1; column++) {
                float sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        sum += before[(row + dy) * width + column + dx];
                    }
                }
                int i = row * width + column;
                values[at + i] = (float) (before[i] + share * (sum / 9 - before[i]));
            }
        }
    }

    /** Silences up to so many neighbouring rows. */
    static void maskRows(float[] values, int at, int height, int width, int most, Dice dice) {
        int rows = 1 + dice.below(most);
        int from = dice.below(height - rows + 1);
        Arrays.fill(values, at + from * width, at + (from + rows) * width, 0);
    }

    /** Silences up to so many neighbouring columns. */
    static void maskColumns(float[] values, int at, int height, int width, int most, Dice dice) {
        int columns = 1 + dice.below(most);
        int from = dice.below(width - columns + 1);
        for (int row = 0; row < height; row++) {
            Arrays.fill(values, at + row * width + from, at + row * width + from + columns, 0);
        }
    }

    /** Adds noise, within 0 to 1. */
    static void roughen(float[] values, int at, int size, double noise, Dice dice) {
        for (int i = at; i < at + size; i++) {
            values[i] = (float) Math.max(0, Math.min(1, values[i] + noise * dice.bell()));
        }
    }
}
