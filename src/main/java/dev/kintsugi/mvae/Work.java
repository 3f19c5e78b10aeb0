package dev.kintsugi.mvae;

/**
 * How much arithmetic a network needs for one row: the multiplications and additions of its matrix products, which are
 * nearly all of it.
 *
 * @param encode of a sensed part, in floating-point operations
 * @param decode of it
 */
public record Work(double encode, double decode) {

    public static Work of(Part.Sensed part, int shared) {
        int patch = Part.Sensed.KERNEL * Part.Sensed.KERNEL;
        double first = (double) (part.height() / 2) * (part.width() / 2) * patch * Part.Sensed.CHANNELS_1;
        double second = (double) (part.height() / 4)
                * (part.width() / 4)
                * patch
                * Part.Sensed.CHANNELS_1
                * Part.Sensed.CHANNELS_2;
        double dense = (double) part.flat() * Part.Sensed.ENCODER_UNITS
                + Part.Sensed.ENCODER_UNITS * 2.0 * (shared + part.privateSize());
        double decoder = (double) (shared + part.privateSize()) * Part.Sensed.DECODER_UNITS_1
                + (double) Part.Sensed.DECODER_UNITS_1 * Part.Sensed.DECODER_UNITS_2
                + (double) Part.Sensed.DECODER_UNITS_2 * part.size();
        return new Work(2 * (first + second + dense), 2 * decoder);
    }

    /** Of encoding and decoding every sensed part once. */
    public static double once(Architecture architecture) {
        return architecture.sensed().stream()
                .map(part -> of(part, architecture.shared()))
                .mapToDouble(work -> work.encode + work.decode)
                .sum();
    }

    /**
     * Of learning from one complete observation: every part is encoded, and again for the cycle, and decoded from every
     * subset; going back takes twice as much as going forth.
     *
     * @param subsets that the objective sums over
     */
    public static double learning(Architecture architecture, int subsets) {
        return 3
                * architecture.sensed().stream()
                        .map(part -> of(part, architecture.shared()))
                        .mapToDouble(work -> 2 * work.encode + subsets * work.decode)
                        .sum();
    }
}
