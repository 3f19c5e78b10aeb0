package dev.kintsugi.embedded;

import dev.kintsugi.Fault;
import dev.kintsugi.embedded.BrokerProperties.PortTriple;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker in this process: one KRaft node, broker and controller in one, on a directory of its own.
 *
 * <p>Its data survive {@link #close()} and a {@code kill -9} alike. It takes the directory, then tries the ports, and
 * only then starts Kafka, since Kafka itself would find out too late (see {@link DataDirectory} and {@link Ports}).
 */
public final class EmbeddedBroker implements AutoCloseable {

    private final DataDirectory directory;
    private final KafkaRaftServer server;
    private final String bootstrap;
    private final String localBootstrap;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(DataDirectory directory, KafkaRaftServer server, BrokerSettings settings, PortTriple ports) {
        this.directory = directory;
        this.server = server;
        this.bootstrap = Ports.join(settings.advertisedHost(), ports.client());
        this.localBootstrap = Ports.join(BrokerSettings.LOOPBACK, ports.internal());
    }

    /** Returns when clients can use the broker. */
    public static EmbeddedBroker start(BrokerSettings settings) {
        DataDirectory directory = DataDirectory.claim(settings.dataDirectory());
        boolean started = false;
        try {
            PortTriple ports = PortTriple.of(Ports.requireFree("broker port", settings.host(), settings.port()));
            Properties properties = BrokerProperties.of(settings, ports, directory.logs());
            directory.formatIfNew(properties);
            KafkaRaftServer server = startServer(properties, settings);
            started = true;
            return new EmbeddedBroker(directory, server, settings, ports);
        } finally {
            if (!started) {
                directory.close();
            }
        }
    }

    private static KafkaRaftServer startServer(Properties properties, BrokerSettings settings) {
        try {
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            startOrShutDown(server);
            return server;
        } catch (RuntimeException e) {
            throw new Fault(
                    "the broker on " + Ports.join(settings.host(), settings.port()) + " with data in "
                            + settings.dataDirectory() + " did not start (" + e.getMessage()
                            + "); the log says more, and an empty --data-dir starts afresh",
                    e);
        }
    }

    /** A server that fails to start leaves its threads running until it is told to shut down. */
    private static void startOrShutDown(KafkaRaftServer server) {
        boolean started = false;
        try {
            server.startup();
            started = true;
        } finally {
            // rather than a catch: Scala throws checked exceptions that no signature names
            if (!started) {
                server.shutdown();
            }
        }
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrap() {
        return bootstrap;
    }

    /** An address that works in this process even where the advertised one is for others only. */
    String localBootstrap() {
        return localBootstrap;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.shutdown();
                server.awaitShutdown();
            } finally {
                directory.close();
            }
        }
    }
}
