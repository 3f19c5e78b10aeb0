package dev.kintsugi.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Change FIRST = written(1);
    private static final Change SECOND = written(2);

    private final List<Change> log = new ArrayList<>();
    private final SchemaStore store = new SchemaStore();

    @Test
    void writesBeforeItApplies() {
        new Ledger(change -> assertThat(store.find(schema -> true)).isEmpty(), store).commit(List.of(FIRST));
    }

    @Test
    void knowsAfterAFailureWhatTheLogKnows() {
        Ledger ledger = new Ledger(this::failAtTheSecond, store);

        assertThatThrownBy(() -> ledger.commit(List.of(FIRST, SECOND, written(3))))
                .isInstanceOf(RegistryException.class);
        assertThat(log).containsExactly(FIRST);
        assertThat(store.find(schema -> true)).extracting(SubjectSchema::id).containsExactly(1);
    }

    private void failAtTheSecond(Change change) {
        if (change.equals(SECOND)) {
            throw RegistryException.unwritten(null);
        }
        log.add(change);
    }

    private static Change written(int number) {
        return new Change.SchemaWritten(
                new SubjectSchema("s", number, number, new SchemaText("\"int\"", List.of()), false));
    }
}
