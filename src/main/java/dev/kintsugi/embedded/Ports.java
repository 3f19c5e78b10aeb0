package dev.kintsugi.embedded;

import dev.kintsugi.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP ports: which are valid, which are free. */
final class Ports {

    private static final int HIGHEST = 65_535;

    private Ports() {}

    static void requireValid(String what, int port) {
        if (port < 0 || port > HIGHEST) {
            throw new Fault(what + " is " + port + "; use 1 to " + HIGHEST + ", or 0 for any free port");
        }
    }

    /**
     * The port itself if it can be bound, or a free one where it is 0.
     *
     * <p>Asked before Kafka is started: Kafka answers a busy controller port by ending the JVM, and a busy broker port
     * only after it has started a few dozen threads.
     */
    static int requireFree(String what, String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // as Kafka and the JDK's HTTP server do: connections of a process that has gone do not keep its port
            probe.setReuseAddress(true);
            probe.bind(address(what, host, port));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw unbound(what, host, port, e);
        }
    }

    static InetSocketAddress address(String what, String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        // Java takes no name for the loopback address
        if (host.isBlank() || address.isUnresolved()) {
            throw new Fault(what + ": host \"" + host + "\" has no address; use " + BrokerSettings.LISTENABLE);
        }
        return address;
    }

    /** The fault for a port that could not be bound, which blames the port or the host. */
    static Fault unbound(String what, String host, int port, IOException cause) {
        String remedy = isOfThisMachine(host)
                ? "stop what listens there or choose another port"
                : host + " is not this machine's: use " + BrokerSettings.LISTENABLE;
        return new Fault(
                what + " " + join(host, port) + " cannot be bound (" + cause.getMessage() + "); " + remedy, cause);
    }

    /** Where some port can be bound. The list of interfaces would not do: 127.0.0.2 is in none. */
    private static boolean isOfThisMachine(String host) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(host, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Free ports of the loopback address, none of them {@code taken}. */
    static List<Integer> free(int count, int taken) {
        List<ServerSocket> probes = new ArrayList<>();
        try {
            // all are held until the last is found, or the same one could come twice
            for (int i = 0; i <= count; i++) {
                probes.add(new ServerSocket(0, 1, InetAddress.getByName(BrokerSettings.LOOPBACK)));
            }
            return probes.stream()
                    .map(ServerSocket::getLocalPort)
                    .filter(port -> port != taken)
                    .limit(count)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no free ports for the broker's inner connections", e);
        } finally {
            probes.forEach(Ports::release);
        }
    }

    private static void release(ServerSocket probe) {
        try {
            probe.close();
        } catch (IOException e) {
            throw new UncheckedIOException("port " + probe.getLocalPort(), e);
        }
    }

    /** An IPv6 address needs brackets before a port can follow it. */
    static String join(String host, int port) {
        return (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }
}
