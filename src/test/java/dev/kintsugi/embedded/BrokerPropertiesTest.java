package dev.kintsugi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.embedded.BrokerProperties.PortTriple;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BrokerPropertiesTest {

    private static final PortTriple PORTS = new PortTriple(9092, 40_001, 40_002);

    @Test
    void opensOnlyTheClientListenerToOthers() {
        Properties properties = of(new BrokerSettings(Path.of("d"), "0.0.0.0", 9092, "kafka.example"));
        assertThat(properties.getProperty("listeners"))
                .isEqualTo("CLIENT://0.0.0.0:9092,INTERNAL://127.0.0.1:40001,CONTROLLER://127.0.0.1:40002");
        assertThat(properties.getProperty("advertised.listeners"))
                .isEqualTo("CLIENT://kafka.example:9092,INTERNAL://127.0.0.1:40001");
    }

    @Test
    void putsBracketsAroundAnIpv6Address() {
        assertThat(of(new BrokerSettings(Path.of("d"), "::1", 9092, "::1")).getProperty("listeners"))
                .startsWith("CLIENT://[::1]:9092,");
    }

    @Test
    void givesTheInnerListenersPortsOfTheirOwn() {
        PortTriple ports = PortTriple.of(9092);
        assertThat(ports.internal()).isNotEqualTo(ports.controller()).isNotEqualTo(9092);
        assertThat(ports.controller()).isNotEqualTo(9092);
    }

    private static Properties of(BrokerSettings settings) {
        return BrokerProperties.of(settings, PORTS, Path.of("d"));
    }
}
