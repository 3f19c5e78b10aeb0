package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.event.Origin;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** A record that nothing can be made of: key and value as they came, and headers that say why. */
final class DeadLetter {
    /** Short and for machines: why. The others are those of Kafka Streams' own dead letters. */
    static final String REASON = "kintsugi.reason";

    /** Of a message or a trace: a dead letter is to be hardly larger than what it buries. */
    private static final int MOST_CHARACTERS = 4_096;

    private static final String ERRORS = "__streams.errors.";

    private DeadLetter() {}

    static Record<byte[], byte[]> of(
            byte[] key, byte[] value, long timestamp, Headers before, Origin origin, String reason, Exception failure) {
        Headers headers = new RecordHeaders(before);
        add(headers, REASON, reason);
        add(headers, ERRORS + "exception", failure.getClass().getName());
        add(headers, ERRORS + "message", beginning(String.valueOf(failure.getMessage())));
        add(headers, ERRORS + "stacktrace", beginning(stackTrace(failure)));
        add(headers, ERRORS + "topic", origin.topic());
        add(headers, ERRORS + "partition", Integer.toString(origin.partition()));
        add(headers, ERRORS + "offset", Long.toString(origin.offset()));
        return new Record<>(key, value, timestamp, headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String beginning(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
    }

    private static String stackTrace(Exception failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
