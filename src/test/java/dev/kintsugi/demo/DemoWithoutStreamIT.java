package dev.kintsugi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.DrawnThings;
import dev.kintsugi.broker.Topics;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.data.Split;
import dev.kintsugi.embedded.BrokerSettings;
import dev.kintsugi.embedded.EmbeddedCluster;
import dev.kintsugi.scenario.Things;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo beside a stream that has died: topics, and nobody who works on them. */
class DemoWithoutStreamIT {
    private static final TopologySpec TOPOLOGY = TopologyFile.read(Path.of("topologies", "digits.yaml"));
    private static final DemoSettings UNTIL_STOPPED = new DemoSettings(20, Optional.empty(), Optional.empty(), 1);

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void endsWithTheStreamThoughNobodyStopsIt() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        Standing standing = run(() -> looks.incrementAndGet() < 20);
        assertThat(standing.balance().events()).isPositive();
        assertThat(standing.balance().unaccounted()).isPositive();
        assertThat(standing.balance().whole()).isFalse();
    }

    private Standing run(BooleanSupplier alive) throws InterruptedException {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(BrokerSettings.loopback(folder, 0), 0)) {
            Connection connection = new Connection(cluster.bootstrap(), cluster.registryUrl(), Map.of());
            try (Topics topics = new Topics(connection, TOPOLOGY)) {
                topics.create();
                topics.registerSchemas();
            }
            Things things = new DrawnThings(TOPOLOGY, Datasets.open(Datasets.SYNTHETIC, 1), Split.TEST, 1);
            return new Demo(connection, TOPOLOGY, UNTIL_STOPPED, Clock.systemUTC(), new Unseen(), alive).run(things);
        }
    }

    private static final class Unseen implements Display {
        @Override
        public void mended(Mend mend) {}

        @Override
        public void stands(Standing standing) {}

        @Override
        public void warns(String problem) {}
    }
}
