package dev.kintsugi.topology;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.pairing.TraceHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of distributed tracing (W3C Trace Context and Baggage), off one record and on another. */
final class Trace {
    private static final Set<String> NAMES = Set.of("traceparent", "tracestate", "baggage");

    private Trace() {}

    static List<TraceHeader> of(Headers headers) {
        List<TraceHeader> trace = new ArrayList<>();
        for (Header header : headers) {
            if (NAMES.contains(header.key()) && header.value() != null) {
                trace.add(new TraceHeader(header.key(), Bytes.of(header.value())));
            }
        }
        return trace;
    }

    /** Those of several events one behind the other: who reads but one, the last, goes on with the latest event's trace. */
    static Headers headers(List<TraceHeader> trace) {
        Headers headers = new RecordHeaders();
        trace.forEach(header -> headers.add(header.name(), header.value().array()));
        return headers;
    }
}
