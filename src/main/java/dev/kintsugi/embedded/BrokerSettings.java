package dev.kintsugi.embedded;

import dev.kintsugi.Fault;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where an {@link EmbeddedBroker} keeps its data and where it listens.
 *
 * @param dataDirectory made if it is not there; belongs to one broker at a time
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any free one
 * @param advertisedHost the name by which clients are told to come back, since a client uses its bootstrap address for
 *     the first connection only
 */
public record BrokerSettings(Path dataDirectory, String host, int port, String advertisedHost) {

    public static final String LOOPBACK = "127.0.0.1";

    static final String LISTENABLE = LOOPBACK + ", 0.0.0.0 or an address of this machine";

    public BrokerSettings {
        Objects.requireNonNull(dataDirectory);
        requireText("broker host", host, LISTENABLE);
        requireText("advertised host", advertisedHost, "the name by which clients reach this machine");
        Ports.requireValid("broker port", port);
    }

    /** A broker that only this machine can reach. */
    public static BrokerSettings loopback(Path dataDirectory, int port) {
        return new BrokerSettings(dataDirectory, LOOPBACK, port, LOOPBACK);
    }

    /** A broker that listens on {@code host}; on a wildcard address it advertises one that others can reach. */
    public static BrokerSettings listeningOn(Path dataDirectory, String host, int port) {
        return new BrokerSettings(dataDirectory, host, port, reachable(host));
    }

    private static String reachable(String host) {
        requireText("broker host", host, LISTENABLE);
        try {
            boolean all = InetAddress.getByName(host).isAnyLocalAddress();
            return all ? OwnAddress.reachable() : host;
        } catch (UnknownHostException e) {
            throw new Fault("broker host \"" + host + "\" has no address here; use " + LISTENABLE, e);
        }
    }

    /** Kafka takes no name for all addresses, and Java takes it for the loopback address. */
    private static void requireText(String what, String name, String remedy) {
        if (name.isBlank()) {
            throw new Fault(what + " is \"" + name + "\"; use " + remedy);
        }
    }
}
