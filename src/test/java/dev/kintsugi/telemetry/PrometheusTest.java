package dev.kintsugi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured, as Prometheus reads it. */
class PrometheusTest {
    private final Prometheus prometheus = new Prometheus();
    private final Meters meters = prometheus.meters();

    @AfterEach
    void close() {
        prometheus.close();
    }

    @Test
    void countsAreToldApartByTheirTag() {
        meters.count(Metric.DEAD_LETTERS, "not-a-picture");
        meters.count(Metric.DEAD_LETTERS, "not-a-picture");
        meters.count(Metric.DEAD_LETTERS, "key-missing");
        assertThat(prometheus.scrape())
                .contains("kintsugi_dlq_records_total{reason=\"not-a-picture\"} 2.0")
                .contains("kintsugi_dlq_records_total{reason=\"key-missing\"} 1.0");
    }

    @Test
    void whatIsExpectedIsSeenBeforeItHappens() {
        meters.expect(Metric.REFUSALS);
        assertThat(prometheus.scrape()).contains("kintsugi_model_refusals_total 0.0");
    }

    @Test
    void latenciesAreAHistogramInSeconds() {
        meters.start().record(Metric.LATENCY);
        assertThat(prometheus.scrape())
                .contains("kintsugi_restore_latency_seconds_bucket{le=\"0.05\"}")
                .contains("kintsugi_restore_latency_seconds_count 1");
    }

    @Test
    void sizesAreAHistogramUpToTheLargestBatch() {
        meters.size(Metric.BATCH, 32);
        assertThat(prometheus.scrape())
                .contains("kintsugi_restore_batch_bucket{le=\"16.0\"} 0")
                .contains("kintsugi_restore_batch_bucket{le=\"32.0\"} 1");
    }

    @Test
    void aLevelIsToldUntilItIsForgotten() {
        meters.level(Metric.PENDING, "0_1", 7);
        System.gc();
        assertThat(prometheus.scrape()).contains("kintsugi_pair_pending{task=\"0_1\"} 7.0");
        meters.forget(Metric.PENDING, "0_1");
        assertThat(prometheus.scrape()).doesNotContain("kintsugi_pair_pending");
    }

    @Test
    void theModelInUseIsALevelOfOne() {
        meters.level(Metric.MODEL, "9c1d", 1);
        assertThat(prometheus.scrape()).contains("kintsugi_model_info{model=\"9c1d\"} 1");
    }

    @Test
    void theJvmIsThereToo() {
        assertThat(prometheus.scrape()).contains("jvm_memory_used_bytes").contains("process_cpu_usage");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricIsInTheReadme(Metric metric) throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("`" + metric.meterName().replace('.', '_'));
    }
}
