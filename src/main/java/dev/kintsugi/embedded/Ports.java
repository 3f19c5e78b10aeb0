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
            throw busy(what, host, port, e);
        }
    }

    static InetSocketAddress address(String what, String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new Fault(what + ": host \"" + host + "\" has no address; use " + BrokerSettings.LOOPBACK
                    + ", 0.0.0.0 or an address of this machine");
        }
        return address;
    }

    static Fault busy(String what, String host, int port, IOException cause) {
        return new Fault(
                what + " " + join(host, port) + " cannot be bound (" + cause.getMessage()
                        + "); stop what listens there or choose another port",
                cause);
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
