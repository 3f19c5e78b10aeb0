package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnwrittenTest {
    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2};

    private final Map<Integer, byte[]> disk = new HashMap<>();
    private final List<Integer> puts = new ArrayList<>();
    private final Unwritten<Integer, byte[]> store =
            new Unwritten<>(new ToldBelow<>(disk::get, this::put), new AsTheyAre<>(), this::write);

    private void put(Integer key, byte[] value) {
        puts.add(key);
        disk.put(key, value);
    }

    private void write() {
        store.write();
        store.settle();
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @Test
    void isReadBeforeItIsWritten() {
        store.put(7, ONE);
        assertThat(store.get(7)).isEqualTo(ONE);
        assertThat(disk).isEmpty();
        store.write();
        assertThat(disk).containsEntry(7, ONE);
    }

    @Test
    void whatComesAndGoesBetweenTwoCommitsIsNeverWritten() {
        store.put(7, ONE);
        store.put(7, null);
        store.write();
        assertThat(puts).isEmpty();
    }

    @Test
    void writesBeforeItHoldsTooManyBytes() {
        for (int key = 0; key < 80; key++) {
            store.put(key, new byte[1 << 20]);
        }
        assertThat(disk).hasSizeBetween(60, 79);
        store.write();
        assertThat(disk).hasSize(80);
    }

    @Test
    void holdsWhatIsThereAndNotWhatWas() {
        for (int i = 0; i < 80; i++) {
            store.put(7, new byte[1 << 20]);
            store.put(8, new byte[1 << 20]);
            store.put(8, null);
        }
        store.put(9, ONE);
        assertThat(disk).isEmpty();
    }

    @Test
    void whatChangesTwiceIsWrittenOnce() {
        store.put(7, ONE);
        store.put(7, TWO);
        store.write();
        store.write();
        assertThat(puts).containsExactly(7);
    }

    @Test
    void whatWasWrittenIsDeletedThere() {
        store.put(7, ONE);
        store.write();
        store.put(7, null);
        store.write();
        assertThat(disk).containsEntry(7, null);
    }

    @Test
    void whatIsOnlyLookedUpIsNotWritten() {
        disk.put(7, ONE);
        assertThat(store.get(7)).isEqualTo(ONE);
        assertThat(store.get(8)).isNull();
        store.write();
        assertThat(puts).isEmpty();
    }

    @Test
    void whatWasWrittenLatelyIsNotReadAgain() {
        store.put(7, ONE);
        write();
        disk.clear();
        assertThat(store.get(7)).isEqualTo(ONE);
    }

    @Test
    void anotherRunReadsAgainWhatIsWritten() {
        store.put(7, ONE);
        write();
        disk.put(7, TWO);
        store.begin();
        assertThat(store.get(7)).isEqualTo(TWO);
    }

    @Test
    void doesNotKeepAllThatWasWritten() {
        for (int key = 0; key < 40; key++) {
            store.put(key, new byte[1 << 20]);
            write();
        }
        disk.clear();
        assertThat(IntStream.range(0, 40).filter(key -> store.get(key) != null).count())
                .isBetween(1L, 17L);
    }

    @Test
    void moreThanFitsInMemoryIsWrittenBeforeTheCommit() {
        for (int key = 0; key < 50_000; key++) {
            store.put(key, ONE);
        }
        assertThat(puts).hasSizeGreaterThan(20_000);
        for (int key = 0; key < 50_000; key++) {
            assertThat(store.get(key)).isEqualTo(ONE);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsWhatAMapWouldHold(long seed) {
        Random random = new Random(seed);
        Map<Integer, byte[]> map = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            int key = random.nextInt(20);
            switch (random.nextInt(4)) {
                case 0 -> {
                    byte[] value = {(byte) i};
                    store.put(key, value);
                    map.put(key, value);
                }
                case 1 -> {
                    store.put(key, null);
                    map.remove(key);
                }
                case 2 -> assertThat(store.get(key)).isEqualTo(map.get(key));
                default -> {
                    if (random.nextInt(5) == 0) {
                        store.write();
                    }
                }
            }
        }
        store.write();
        disk.values().removeIf(value -> value == null);
        assertThat(disk).isEqualTo(map);
    }
}
