package dev.kintsugi.dice;

/**
 * Random numbers that depend on nothing but the numbers that the dice were made from.
 *
 * <p>This is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), written out so
 * that made-up data stays the same on every JDK: how {@code SplittableRandom} turns its bits into bounded numbers is
 * not part of its contract and changed with JDK 17.
 */
public final class Dice {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice of their own for every combination of numbers, in this order. */
    public static Dice of(long... numbers) {
        long state = GOLDEN;
        for (long number : numbers) {
            state = mixed(state ^ mixed(number + GOLDEN)) + GOLDEN;
        }
        return new Dice(state);
    }

    public long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /** A whole number from 0 to below the bound. */
    public int below(int bound) {
        // The bias of the multiplication is below bound / 2^32.
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    public double between(double low, double high) {
        return low + (high - low) * 0x1p-53 * (next() >>> 11);
    }

    public boolean chance(double share) {
        return between(0, 1) < share;
    }

    /** Bell-shaped around 0 with variance 1, and never beyond 3.5: the sum of four even numbers (Irwin and Hall). */
    public double bell() {
        long bits = next();
        long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
        return (sum / 65_535.0 - 2) * 1.7320508075688772;
    }

    /** Standard normal, to the last tail (Box and Muller). */
    public double normal() {
        double above0 = (0x1p-53 * ((next() >>> 11) + 1));
        return StrictMath.sqrt(-2 * StrictMath.log(above0)) * StrictMath.cos(2 * Math.PI * between(0, 1));
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
