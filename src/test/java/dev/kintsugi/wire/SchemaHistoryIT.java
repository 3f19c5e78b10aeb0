package dev.kintsugi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kintsugi.embedded.BrokerSettings;
import dev.kintsugi.embedded.EmbeddedCluster;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema must read what any released version of it wrote: the registry judges, as it will in production. */
class SchemaHistoryIT {
    private static final Path HISTORY = Path.of("schemas", "history");
    private static EmbeddedCluster cluster;

    @BeforeAll
    static void start(@TempDir Path folder) {
        cluster = EmbeddedCluster.start(BrokerSettings.loopback(folder, 0), 0);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    static List<RecordType<?>> types() {
        return RecordType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsWhatEveryReleaseWrote(RecordType<?> type) throws IOException {
        var schemas = new ConfluentSchemas(Map.of(ConfluentSchemas.URL, cluster.registryUrl()));
        String subject = type + "-value";
        schemas.requireBackwardTransitive(subject);
        for (Path release : releases()) {
            Path file = release.resolve(type + ".avsc");
            if (Files.exists(file)) {
                schemas.idOf(subject, new Schema.Parser().parse(file.toFile()).toString());
            }
        }
        assertThatCode(() -> schemas.idOf(subject, type.schemaJson())).doesNotThrowAnyException();
    }

    @Test
    void aReleaseKeepsEverySchemaItHad() throws IOException {
        for (Path release : releases()) {
            try (Stream<Path> files = Files.list(release)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .allMatch(name -> Files.exists(Path.of("schemas", name)));
            }
        }
    }

    /** Oldest first; there are none before the first release. */
    private static List<Path> releases() throws IOException {
        if (!Files.exists(HISTORY)) {
            return List.of();
        }
        try (Stream<Path> releases = Files.list(HISTORY)) {
            return releases.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(
                            folder -> Version.parse(folder.getFileName().toString())))
                    .toList();
        }
    }
}
