package dev.kintsugi.embedded;

/** A broker and the schema registry on it: all that a demo or a test needs of the outside world. */
public final class EmbeddedCluster implements AutoCloseable {

    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private EmbeddedCluster(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Returns when clients can use both. Where one cannot start, neither runs on.
     *
     * @param registryPort on the broker's host; 0 takes any free one
     */
    public static EmbeddedCluster start(BrokerSettings settings, int registryPort) {
        // said before the broker has started rather than after
        Ports.requireValid("registry port", registryPort);
        Ports.requireFree("registry port", settings.host(), registryPort);
        EmbeddedBroker broker = EmbeddedBroker.start(settings);
        try {
            EmbeddedRegistry registry = EmbeddedRegistry.start(
                    settings.host(), registryPort, settings.advertisedHost(), broker.localBootstrap());
            return new EmbeddedCluster(broker, registry);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    public String bootstrap() {
        return broker.bootstrap();
    }

    public String registryUrl() {
        return registry.url();
    }

    @Override
    public void close() {
        try {
            registry.close();
        } finally {
            broker.close();
        }
    }
}
