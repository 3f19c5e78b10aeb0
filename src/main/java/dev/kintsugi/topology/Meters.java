package dev.kintsugi.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.MeasurableStat;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.CumulativeCount;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** What a processor counts, among Kafka Streams' own metrics, so that one reporter or exporter has both. */
final class Meters implements AutoCloseable {
    static final String GROUP = "kintsugi";

    private final ProcessorContext<?, ?> context;
    private final String processor;
    private final Map<String, Sensor> sensors = new HashMap<>();

    /** @param processor its name in the topology */
    Meters(ProcessorContext<?, ?> context, String processor) {
        this.context = context;
        this.processor = processor;
    }

    void count(String thing) {
        sensor(thing, Map.of(), new CumulativeCount()).record();
    }

    void count(String thing, String tag, String value) {
        sensor(thing, Map.of(tag, value), new CumulativeCount()).record();
    }

    void level(String thing, double value) {
        sensor(thing, Map.of(), new Value()).record(value);
    }

    private Sensor sensor(String thing, Map<String, String> tags, MeasurableStat stat) {
        return sensors.computeIfAbsent(thing + tags, name -> {
            String place = "kintsugi." + context.taskId() + "." + processor + "." + name;
            Sensor sensor = context.metrics().addSensor(place, RecordingLevel.INFO);
            Map<String, String> all = new LinkedHashMap<>(tags);
            all.put("processor", processor);
            all.put("task-id", context.taskId().toString());
            sensor.add(new MetricName(thing, GROUP, "", all), stat);
            return sensor;
        });
    }

    @Override
    public void close() {
        List<Sensor> all = new ArrayList<>(sensors.values());
        sensors.clear();
        all.forEach(context.metrics()::removeSensor);
    }
}
