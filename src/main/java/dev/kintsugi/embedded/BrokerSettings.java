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

    public BrokerSettings {
        Objects.requireNonNull(dataDirectory);
        Objects.requireNonNull(host);
        Objects.requireNonNull(advertisedHost);
        Ports.requireValid("broker port", port);
    }

    /** A broker that only this machine can reach. */
    public static BrokerSettings loopback(Path dataDirectory, int port) {
        return new BrokerSettings(dataDirectory, LOOPBACK, port, LOOPBACK);
    }

    /** A broker that listens on {@code host}; on a wildcard address it advertises the machine's own. */
    public static BrokerSettings listeningOn(Path dataDirectory, String host, int port) {
        return new BrokerSettings(dataDirectory, host, port, reachable(host));
    }

    public BrokerSettings advertising(String name) {
        return new BrokerSettings(dataDirectory, host, port, name);
    }

    private static String reachable(String host) {
        try {
            boolean wildcard = InetAddress.getByName(host).isAnyLocalAddress();
            return wildcard ? InetAddress.getLocalHost().getHostAddress() : host;
        } catch (UnknownHostException e) {
            throw new Fault(
                    "broker host \"" + host + "\" has no address here; use " + LOOPBACK
                            + ", 0.0.0.0 or an address of this machine",
                    e);
        }
    }
}
