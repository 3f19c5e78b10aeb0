package dev.kintsugi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    /** Kept for documentation (RFC 5737), so it is no machine's. */
    private static final String ELSEWHERE = "203.0.113.1";

    @ParameterizedTest
    @ValueSource(ints = {0, 9092})
    void blamesTheHostForAnAddressThatIsNotThisMachines(int port) {
        assertThatThrownBy(() -> Ports.requireFree("broker port", ELSEWHERE, port))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("broker port " + ELSEWHERE + ":" + port + " cannot be bound (")
                .hasMessageEndingWith("); " + ELSEWHERE
                        + " is not this machine's: use 127.0.0.1, 0.0.0.0 or an address of this machine");
    }

    @Test
    void blamesThePortOnAnAddressOfThisMachine() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(BrokerSettings.LOOPBACK))) {
            assertThatThrownBy(() -> Ports.requireFree("broker port", BrokerSettings.LOOPBACK, other.getLocalPort()))
                    .isInstanceOf(Fault.class)
                    .hasMessageEndingWith("; stop what listens there or choose another port");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no.such.host.invalid"})
    void refusesAHostWithoutAnAddress(String host) {
        assertThatThrownBy(() -> Ports.address("registry port", host, 0))
                .isInstanceOf(Fault.class)
                .hasMessage("registry port: host \"" + host
                        + "\" has no address; use 127.0.0.1, 0.0.0.0 or an address of this machine");
    }

    @Test
    void findsPortsThatDifferFromEachOtherAndFromTheOneTaken() {
        int taken = Ports.free(1, 0).get(0);
        assertThat(Ports.free(3, taken)).hasSize(3).doesNotHaveDuplicates().doesNotContain(taken);
    }
}
