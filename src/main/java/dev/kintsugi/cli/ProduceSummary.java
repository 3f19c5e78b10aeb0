package dev.kintsugi.cli;

import dev.kintsugi.broker.Tally;
import dev.kintsugi.scenario.Delivery.Kind;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.TopologySpec;
import java.io.PrintWriter;

/** What {@code produce} says when it is done. */
final class ProduceSummary {
    private ProduceSummary() {}

    static void print(Tally tally, TopologySpec topology, long seed, double seconds, PrintWriter out) {
        out.printf(
                "sent %,d events of %,d things, %.1f MB in %.1f s; again with --seed %d%n",
                tally.events(), tally.things(), tally.bytes() / 1e6, seconds, seed);
        out.printf("%-12s %9s %9s %9s %9s %9s%n", "modality", "events", "not sent", "late", "overtaken", "twice");
        for (ModalitySpec modality : topology.modalities()) {
            String name = modality.name();
            out.printf(
                    "%-12s %,9d %,9d %,9d %,9d %,9d%n",
                    name,
                    tally.events(name),
                    tally.missing(name),
                    tally.events(name, Kind.LATE),
                    tally.events(name, Kind.OUT_OF_ORDER),
                    tally.events(name, Kind.DUPLICATE));
        }
    }
}
