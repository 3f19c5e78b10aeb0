package dev.kintsugi.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;

/**
 * A record as one line of JSON: its address, key, headers and every field; payloads in Base64. What is not ASCII is
 * escaped, so that nothing in it can move a terminal's cursor.
 */
public final class RecordJson {
    private final ObjectMapper mapper =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    public String line(Seen seen) {
        var raw = seen.raw();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("topic", raw.topic());
        json.put("partition", raw.partition());
        json.put("offset", raw.offset());
        json.put("timestamp", Instant.ofEpochMilli(raw.timestamp()).toString());
        json.put("key", raw.key() == null ? null : seen.key());
        json.put("headers", headers(raw.headers()));
        seen.record().ifPresent(record -> {
            json.put("type", record.type());
            json.put("value", record.fields());
        });
        seen.problem().ifPresent(problem -> {
            json.put("problem", problem);
            json.put("bytes", raw.value());
        });
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values did not become JSON", e);
        }
    }

    private static Map<String, String> headers(Iterable<Header> headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header -> texts.put(header.key(), header.value() == null ? null : Seen.text(header.value())));
        return texts;
    }
}
