package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.event.Origin;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.wire.RegistryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final ModalitySpec IMAGE = TopologyFile.read(Path.of("topologies", "digits.yaml"))
            .modality("image")
            .orElseThrow();
    private static final Origin ORIGIN = new Origin("digits.image", 0, 7);

    @Test
    void aPayloadThatBreaksItsCodecIsUnfitAndSaysHow() {
        EventReader reader = new EventReader(IMAGE, value -> Driven.anImage("k", 0), event -> {
            throw new ArrayIndexOutOfBoundsException("index 28");
        });
        assertThatThrownBy(() -> reader.read(new byte[1], ORIGIN))
                .isInstanceOfSatisfying(
                        UnfitException.class,
                        unfit -> assertThat(unfit.reason()).isEqualTo("unreadable"))
                .hasMessageContaining("index 28")
                .hasCauseInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNoFaultOfTheEvent() {
        RegistryException outage = new RegistryException("no registry answers", null);
        EventReader reader = new EventReader(
                IMAGE,
                value -> {
                    throw outage;
                },
                event -> {
                    throw new AssertionError("nothing was decoded");
                });
        assertThatThrownBy(() -> reader.read(new byte[1], ORIGIN)).isSameAs(outage);
    }
}
