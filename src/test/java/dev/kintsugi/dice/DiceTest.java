package dev.kintsugi.dice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void repeatsItselfAndDiffersByEveryNumberAndTheirOrder() {
        assertThat(Dice.of(1, 2).next()).isEqualTo(Dice.of(1, 2).next());
        Set<Long> firsts = new HashSet<>();
        for (long a = -20; a < 20; a++) {
            for (long b = -20; b < 20; b++) {
                firsts.add(Dice.of(a, b).next());
            }
            firsts.add(Dice.of(a).next());
        }
        assertThat(firsts).hasSize(40 * 41);
    }

    /** Pins the sequence, which every made-up data set depends on. */
    @Test
    void givesTheSameNumbersForEver() {
        Dice dice = Dice.of(1, 2, 3);

        assertThat(new long[] {dice.next(), dice.next()}).containsExactly(5518270162553207603L, -189298442200416480L);
    }

    @Test
    void fallsEvenly() {
        Dice dice = Dice.of(5);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[dice.below(7)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_600, 10_400);
        }
    }

    @Test
    void ringsLikeABell() {
        Dice dice = Dice.of(6);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            double value = dice.bell();
            assertThat(Math.abs(value)).isLessThan(3.5);
            sum += value;
            squares += value * value;
        }
        assertThat(sum / 100_000).isCloseTo(0, within(.02));
        assertThat(squares / 100_000).isCloseTo(1, within(.02));
    }

    @Test
    void staysBetweenItsBounds() {
        Dice dice = Dice.of(7);
        for (int i = 0; i < 10_000; i++) {
            assertThat(dice.between(-2, 3)).isGreaterThanOrEqualTo(-2).isLessThan(3);
        }
    }
}
