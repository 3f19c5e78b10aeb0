package dev.kintsugi.embedded;

import dev.kintsugi.Fault;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The address by which other machines can reach this one.
 *
 * <p>Asked of the network interfaces rather than of {@link InetAddress#getLocalHost()}: many a hosts file gives the
 * machine's own name a loopback address.
 */
final class OwnAddress {

    private OwnAddress() {}

    static String reachable() {
        return reachable(all().stream());
    }

    /** Private networks first, as others are nearest there, then IPv4; among equals the first. */
    static String reachable(Stream<InetAddress> addresses) {
        return addresses
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .min(Comparator.comparing((InetAddress address) -> !address.isSiteLocalAddress())
                        .thenComparing(address -> !(address instanceof Inet4Address)))
                .map(OwnAddress::text)
                .orElseThrow(() -> new Fault("broker host stands for all addresses, but this machine has none that"
                        + " others could reach; name one with --advertised-host, or listen on "
                        + BrokerSettings.LOOPBACK));
    }

    /** Without the interface, which Java appends to an IPv6 address and which means nothing elsewhere. */
    private static String text(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    /** Of the interfaces that are up, but for loopback, in the order of the interfaces. */
    static List<InetAddress> all() {
        try {
            List<NetworkInterface> interfaces = Collections.list(NetworkInterface.getNetworkInterfaces());
            interfaces.sort(Comparator.comparingInt(NetworkInterface::getIndex));
            List<InetAddress> addresses = new ArrayList<>();
            for (NetworkInterface each : interfaces) {
                if (each.isUp() && !each.isLoopback()) {
                    addresses.addAll(Collections.list(each.getInetAddresses()));
                }
            }
            return addresses;
        } catch (SocketException e) {
            throw new Fault(
                    "this machine's network interfaces cannot be read (" + e.getMessage()
                            + "); name an address with --advertised-host",
                    e);
        }
    }
}
