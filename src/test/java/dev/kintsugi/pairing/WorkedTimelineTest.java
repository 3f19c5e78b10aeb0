package dev.kintsugi.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The timeline in the Javadoc of {@link Pairing}, line by line. */
class WorkedTimelineTest {
    @Test
    void happensAsTheJavadocSays() {
        Table table = new Table(Table.RULES);
        table.event("k", "image", 0);
        table.event("k", "audio", 1_000);
        assertThat(table.told()).containsExactly("COMPLETE [image@0, audio@1000] without [label]");
        table.outcomes.clear();

        table.event("k", "image", 0);
        assertThat(table.told()).containsExactly("duplicate image@0");
        table.outcomes.clear();

        table.event("k", "image", 4_000);
        table.event("k", "image", 5_000);
        assertThat(table.told()).isEmpty();

        table.event("k", "audio", 4_900);
        assertThat(table.told()).containsExactly("COMPLETE [image@5000, audio@4900] without [label]");
        table.outcomes.clear();

        table.event("k", "audio", 6_600);
        assertThat(table.told()).containsExactly("DEADLINE [image@4000] without [audio, label]");
        table.outcomes.clear();

        table.event("k", "audio", 3_000);
        assertThat(table.told()).containsExactly("hindsight audio@3000 of image@4000");
        table.outcomes.clear();

        table.event("k", "audio", 500);
        assertThat(table.told()).containsExactly("LATE [audio@500] without [image, label]");
        table.outcomes.clear();

        table.quiet(3_000);
        assertThat(table.told()).containsExactly("PATIENCE [audio@6600] without [image, label]");
    }
}
