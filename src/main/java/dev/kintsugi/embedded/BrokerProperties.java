package dev.kintsugi.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The configuration of a single Kafka node that is broker and controller in one, sized for a laptop. */
final class BrokerProperties {

    private static final int NODE_ID = 1;
    private static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String CLIENT_LISTENER = "CLIENT";
    private static final String INTERNAL_LISTENER = "INTERNAL";
    private static final int MIB = 1 << 20;

    private BrokerProperties() {}

    /** The ports of one start. Only the clients' is asked for; the others may differ from start to start. */
    record PortTriple(int client, int internal, int controller) {

        static PortTriple of(int client) {
            List<Integer> free = Ports.free(2, client);
            return new PortTriple(client, free.get(0), free.get(1));
        }
    }

    static Properties of(BrokerSettings settings, PortTriple ports, Path logs) {
        Properties properties = new Properties();
        network(properties, settings, ports);
        liveness(properties);
        internalTopics(properties);
        size(properties);
        set(properties, "log.dirs", logs);
        // a typo in a topic name should fail, not make a topic
        set(properties, "auto.create.topics.enable", false);
        // the wait is for consumers that start together; here it would only be felt
        set(properties, "group.initial.rebalance.delay.ms", 0);
        // A topic that is deleted gives back its disk, and the memory for its files, at once rather than a minute
        // later.
        set(properties, "log.segment.delete.delay.ms", 1_000);
        return properties;
    }

    /**
     * A static quorum of one. Its address comes from here at every start and is not in the metadata log, as that of a
     * dynamic quorum ({@code controller.quorum.bootstrap.servers}) would be, so the controller can move to whatever
     * port is free. What the broker and its registry say to themselves stays on the loopback address, since the
     * advertised one may be a name that only others can resolve.
     */
    private static void network(Properties properties, BrokerSettings settings, PortTriple ports) {
        String controller = Ports.join(BrokerSettings.LOOPBACK, ports.controller());
        String internal = listener(INTERNAL_LISTENER, BrokerSettings.LOOPBACK, ports.internal());
        String plaintext = ":PLAINTEXT";
        set(properties, "process.roles", "broker,controller");
        set(properties, "node.id", NODE_ID);
        set(properties, "controller.quorum.voters", NODE_ID + "@" + controller);
        set(properties, "controller.listener.names", CONTROLLER_LISTENER);
        set(properties, "inter.broker.listener.name", INTERNAL_LISTENER);
        list(
                properties,
                "listeners",
                listener(CLIENT_LISTENER, settings.host(), ports.client()),
                internal,
                CONTROLLER_LISTENER + "://" + controller);
        list(
                properties,
                "advertised.listeners",
                listener(CLIENT_LISTENER, settings.advertisedHost(), ports.client()),
                internal);
        list(
                properties,
                "listener.security.protocol.map",
                CLIENT_LISTENER + plaintext,
                INTERNAL_LISTENER + plaintext,
                CONTROLLER_LISTENER + plaintext);
    }

    /**
     * After a {@code kill -9} the controller takes the broker of before for alive, and refuses the new one, until the
     * old session ends: 9 s by default, in which nothing would work.
     */
    private static void liveness(Properties properties) {
        set(properties, "broker.session.timeout.ms", 1_500);
        set(properties, "broker.heartbeat.interval.ms", 300);
    }

    /** One replica each, and few partitions: every one of them is loaded at every start. */
    private static void internalTopics(Properties properties) {
        set(properties, "default.replication.factor", 1);
        set(properties, "min.insync.replicas", 1);
        set(properties, "offsets.topic.replication.factor", 1);
        set(properties, "offsets.topic.num.partitions", 4);
        set(properties, "transaction.state.log.replication.factor", 1);
        set(properties, "transaction.state.log.min.isr", 1);
        set(properties, "transaction.state.log.num.partitions", 4);
        set(properties, "share.coordinator.state.topic.replication.factor", 1);
        set(properties, "share.coordinator.state.topic.min.isr", 1);
        set(properties, "share.coordinator.state.topic.num.partitions", 1);
    }

    /** Threads and buffers: Kafka's defaults are for a machine of its own (128 MiB for the log cleaner alone). */
    private static void size(Properties properties) {
        set(properties, "num.network.threads", 2);
        set(properties, "num.io.threads", 4);
        set(properties, "num.replica.fetchers", 1);
        set(properties, "background.threads", 2);
        set(properties, "queued.max.requests", 64);
        set(properties, "log.cleaner.dedupe.buffer.size", 4 * MIB);
        set(properties, "log.cleaner.io.buffer.size", MIB / 2);
        set(properties, "log.segment.bytes", 64 * MIB);
        set(properties, "log.index.size.max.bytes", MIB);
        set(properties, "offsets.topic.segment.bytes", 16 * MIB);
        set(properties, "transaction.state.log.segment.bytes", 16 * MIB);
    }

    private static String listener(String name, String host, int port) {
        return name + "://" + Ports.join(host, port);
    }

    private static void list(Properties properties, String key, String... values) {
        set(properties, key, String.join(",", values));
    }

    private static void set(Properties properties, String key, Object value) {
        properties.setProperty(key, value.toString());
    }
}
