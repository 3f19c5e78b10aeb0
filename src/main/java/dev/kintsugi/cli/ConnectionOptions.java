package dev.kintsugi.cli;

import dev.kintsugi.Fault;
import dev.kintsugi.broker.Connection;
import dev.kintsugi.wire.ConfluentSchemas;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Option;

/** Where the broker and its registry are, for every command that needs them. */
final class ConnectionOptions {
    private static final String DEFAULT_BOOTSTRAP = "localhost:9092";
    private static final String DEFAULT_REGISTRY = "http://localhost:8081";

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description =
                    "The broker, or several with commas; else KINTSUGI_BOOTSTRAP, else " + DEFAULT_BOOTSTRAP + ".")
    private String bootstrap;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "The schema registry, or several with commas; else KINTSUGI_REGISTRY, else "
                    + DEFAULT_REGISTRY + ".")
    private String registry;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Kafka client properties (TLS, SASL, registry credentials), passed on as they are.")
    private Path config;

    Connection connection() {
        Map<String, String> file = config == null ? Map.of() : read(config);
        return new Connection(
                first(
                        bootstrap,
                        "KINTSUGI_BOOTSTRAP",
                        file.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG),
                        DEFAULT_BOOTSTRAP),
                first(registry, "KINTSUGI_REGISTRY", file.get(ConfluentSchemas.URL), DEFAULT_REGISTRY),
                file);
    }

    private static String first(String option, String variable, String inFile, String otherwise) {
        if (option != null) {
            return option;
        }
        String inEnvironment = System.getenv(variable);
        if (inEnvironment != null && !inEnvironment.isBlank()) {
            return inEnvironment;
        }
        return inFile != null ? inFile : otherwise;
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Fault(
                    "the properties file " + file + " cannot be read: " + e
                            + "; --config takes a file of key=value lines",
                    e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}
