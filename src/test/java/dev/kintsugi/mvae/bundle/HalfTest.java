package dev.kintsugi.mvae.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfTest {
    private static final int INFINITY = 0x7c00;

    @Test
    void readsEveryHalf() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = Half.toFloat((short) bits);
            if ((bits & 0x7fff) > INFINITY) {
                assertThat(value).as("%04x", bits).isNaN();
            } else {
                assertThat((double) value).as("%04x", bits).isEqualTo(valueByDefinition(bits));
            }
        }
    }

    @Test
    void writesEveryHalfAsItself() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            int written = Half.of(Half.toFloat((short) bits)) & 0xffff;
            // A NaN that signals becomes a quiet one, as in hardware.
            int expected = (bits & 0x7fff) > INFINITY ? bits | 0x0200 : bits;
            assertThat(written).as("%04x", bits).isEqualTo(expected);
        }
    }

    @Test
    void roundsToTheNearestHalfAndTiesToTheEvenOne() {
        for (int bits = 0; bits < INFINITY; bits++) {
            // The half after the largest finite one would be 2^16, from whose midpoint on a number is infinite.
            double next = bits + 1 == INFINITY ? 65_536 : valueByDefinition(bits + 1);
            float middle = (float) ((valueByDefinition(bits) + next) / 2);
            int even = bits % 2 == 0 ? bits : bits + 1;
            for (int sign : new int[] {1, -1}) {
                int signBit = sign < 0 ? 0x8000 : 0;
                assertThat(Half.of(sign * Math.nextDown(middle)) & 0xffff).isEqualTo(bits | signBit);
                assertThat(Half.of(sign * middle) & 0xffff).isEqualTo(even | signBit);
                assertThat(Half.of(sign * Math.nextUp(middle)) & 0xffff).isEqualTo(bits + 1 | signBit);
            }
        }
    }

    @Test
    void makesWhatIsTooLargeInfinite() {
        assertThat(Half.of(Float.MAX_VALUE)).isEqualTo((short) INFINITY);
        assertThat(Half.of(Float.NEGATIVE_INFINITY) & 0xffff).isEqualTo(INFINITY | 0x8000);
    }

    private static double valueByDefinition(int bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double sign = (bits & 0x8000) == 0 ? 1 : -1;
        if (exponent == 0x1f) {
            return sign * Double.POSITIVE_INFINITY;
        }
        return exponent == 0
                ? sign * fraction * Math.pow(2, -24)
                : sign * (1024 + fraction) * Math.pow(2, exponent - 25);
    }
}
