package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SieveTest {
    private final Sieve sieve = new Sieve();

    /** Keys of which many have the same hash. */
    private record Key(int number, int hashes) {
        @Override
        public int hashCode() {
            return number % hashes;
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverDeniesAKeyThatIsThere(long seed) {
        Random random = new Random(seed);
        int hashes = 1 + random.nextInt(400);
        Set<Key> there = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            Key key = new Key(random.nextInt(500), hashes);
            if (there.add(key)) {
                sieve.add(key);
            } else if (random.nextBoolean()) {
                there.remove(key);
                sieve.remove(key);
            }
            assertThat(there).allMatch(sieve::mayHold);
        }
    }

    @Test
    void deniesNearlyAllThatAreNotThere() {
        for (int key = 0; key < 100_000; key++) {
            sieve.add("key-" + key);
        }
        long passed = LongStream.range(100_000, 200_000)
                .filter(key -> sieve.mayHold("key-" + key))
                .count();
        assertThat(passed).isLessThan(100);
    }

    @Test
    void deniesWhatHasGone() {
        for (int key = 0; key < 10_000; key++) {
            sieve.add(key);
        }
        for (int key = 0; key < 10_000; key++) {
            sieve.remove(key);
        }
        assertThat(IntStream.range(0, 20_000)).noneMatch(sieve::mayHold);
    }

    @Test
    void noticesThatAKeyGoesWhichNeverCame() {
        sieve.add("one");
        assertThatThrownBy(() -> sieve.remove("two")).isInstanceOf(IllegalStateException.class);
    }
}
