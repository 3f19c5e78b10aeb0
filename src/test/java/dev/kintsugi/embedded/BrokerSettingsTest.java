package dev.kintsugi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kintsugi.Fault;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerSettingsTest {

    private static final Path DATA = Path.of("data");

    @Test
    void staysOnTheLoopbackAddressUnlessAsked() {
        BrokerSettings settings = BrokerSettings.loopback(DATA, 9092);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.advertisedHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void advertisesTheAddressItListensOn() {
        assertThat(BrokerSettings.listeningOn(DATA, "127.0.0.2", 0).advertisedHost())
                .isEqualTo("127.0.0.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void advertisesAnAddressThatOthersCanReachWhereItListensOnAll(String all) throws Exception {
        assumeThat(OwnAddress.all()).anyMatch(address -> !address.isLinkLocalAddress());
        InetAddress advertised =
                InetAddress.getByName(BrokerSettings.listeningOn(DATA, all, 0).advertisedHost());
        assertThat(advertised).matches(address -> !address.isLoopbackAddress() && !address.isAnyLocalAddress());
        assertThat(NetworkInterface.getByInetAddress(advertised))
                .as("interface of %s", advertised)
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesABlankHostWhichKafkaTakesForAll(String blank) {
        assertThatThrownBy(() -> BrokerSettings.listeningOn(DATA, blank, 0))
                .isInstanceOf(Fault.class)
                .hasMessage("broker host is \"" + blank + "\"; use 127.0.0.1, 0.0.0.0 or an address of this machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesABlankAdvertisedHost(String blank) {
        assertThatThrownBy(() -> new BrokerSettings(DATA, BrokerSettings.LOOPBACK, 0, blank))
                .isInstanceOf(Fault.class)
                .hasMessage("advertised host is \"" + blank + "\"; use the name by which clients reach this machine");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refusesWhatIsNoPort(int port) {
        assertThatThrownBy(() -> BrokerSettings.loopback(DATA, port))
                .isInstanceOf(Fault.class)
                .hasMessage("broker port is " + port + "; use 1 to 65535, or 0 for any free port");
    }

    @Test
    void refusesAHostWithoutAnAddress() {
        assertThatThrownBy(() -> BrokerSettings.listeningOn(DATA, "no.such.host.invalid", 0))
                .isInstanceOf(Fault.class)
                .hasMessage("broker host \"no.such.host.invalid\" has no address here; use 127.0.0.1, 0.0.0.0 or an "
                        + "address of this machine");
    }
}
