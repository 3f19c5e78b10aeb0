package dev.kintsugi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressTest {

    @ParameterizedTest
    @CsvSource({
        "'198.51.100.7 192.168.1.5', 192.168.1.5",
        "'2001:db8::7 198.51.100.7', 198.51.100.7",
        "'fe80::1 2001:db8::7', 2001:db8:0:0:0:0:0:7",
        "'10.0.0.1 192.168.1.5', 10.0.0.1",
    })
    void isWhatOthersAreLikeliestToReach(String addresses, String chosen) {
        assertThat(OwnAddress.reachable(addresses(addresses))).isEqualTo(chosen);
    }

    @Test
    void leavesOutTheInterfaceThatIpv6AddressesName() throws Exception {
        InetAddress scoped = InetAddress.getByName("fd00::2%1");
        assertThat(OwnAddress.reachable(Stream.of(scoped))).isEqualTo("fd00:0:0:0:0:0:0:2");
    }

    @ParameterizedTest
    @CsvSource({"''", "127.0.0.1", "'::1 fe80::1 169.254.3.4'"})
    void asksForANameWhereNobodyCouldReachTheMachine(String addresses) {
        assertThatThrownBy(() -> OwnAddress.reachable(addresses(addresses)))
                .isInstanceOf(Fault.class)
                .hasMessage("broker host stands for all addresses, but this machine has none that others could reach;"
                        + " name one with --advertised-host, or listen on 127.0.0.1");
    }

    private static Stream<InetAddress> addresses(String addresses) {
        return Stream.of(addresses.split(" "))
                .filter(address -> !address.isEmpty())
                .map(OwnAddressTest::address);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(literal, e);
        }
    }
}
