package dev.kintsugi.spec;

/**
 * How clusters are summarised.
 *
 * @param decay what remains of a window's weight when the next one closes
 */
public record ClustersSpec(WindowSpec window, Strata strata, double decay, Relations relations) {

    /**
     * When clusters of one modality are said to belong to clusters of another.
     *
     * @param support the least decayed number of observations behind a statement
     * @param cover the probability that the smallest set of partners reaches together
     * @param lift what a partner's probability must exceed, relative to its overall probability
     */
    public record Relations(int support, double cover, double lift) {

        static Relations from(Section section) {
            return new Relations(
                    section.get("support", Form.whole(1, 1_000_000), 20),
                    section.get("cover", Form.decimal(0, 1), 0.9),
                    section.get("lift", Form.decimal(0, 1000), 1.0));
        }
    }

    static ClustersSpec from(Section section, boolean paired) {
        if (!paired) {
            section.refuseIfPresent("relations", "has no two modalities to relate");
        }
        return new ClustersSpec(
                section.section("window", window -> WindowSpec.from(window, 1000)),
                section.get("strata", Form.oneOf(Strata.class), Strata.OBSERVED),
                section.get("decay", Form.decimal(0, 1), 0.9),
                section.section("relations", Relations::from));
    }
}
