package dev.kintsugi.mvae.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineTest {
    private static final Processor WIDE =
            Processor.described("processor\t: 0\nmodel name\t: A B-1\nflags\t\t: fpu avx2 avx512f\n");
    private static final Processor NARROW =
            Processor.described("model name\t: A B-1\nflags\t\t: fpu avx2 avx512_vnni\n");

    @Test
    void measuresARateThatAnyMachineOfThisCenturyHas() {
        assertThat(GemmPeak.measure().gigaflops()).isBetween(0.5, 10_000.0);
    }

    @Test
    void readsTheNameOfTheProcessor() {
        assertThat(WIDE.name()).isEqualTo("A B-1");
        assertThat(Processor.described("").name()).isNotBlank();
    }

    @Test
    void advisesToNameTheCoreWhereTheProcessorHasAvx512() {
        assertThat(WIDE.advice(Map.of()))
                .hasValueSatisfying(text -> assertThat(text).contains("OPENBLAS_CORETYPE=SkylakeX"));
    }

    /** As some machines set it for all that runs on them. */
    @Test
    void advisesToNameAnotherCoreWhereOneWithoutAvx512IsNamed() {
        assertThat(WIDE.advice(Map.of("OPENBLAS_CORETYPE", "Haswell")))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("OPENBLAS_CORETYPE is Haswell")
                        .contains("SkylakeX"));
    }

    @Test
    void hasNoAdviceWhereAWideCoreIsNamedOrTheProcessorIsNarrow() {
        assertThat(WIDE.advice(Map.of("OPENBLAS_CORETYPE", "skylakex"))).isEmpty();
        assertThat(NARROW.advice(Map.of())).isEmpty();
        assertThat(NARROW.advice(Map.of("OPENBLAS_CORETYPE", "Haswell"))).isEmpty();
    }
}
