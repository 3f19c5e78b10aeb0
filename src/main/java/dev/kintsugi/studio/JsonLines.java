package dev.kintsugi.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kintsugi.Fault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file with one JSON object a line. */
final class JsonLines implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DIGITS = 1e6;

    private final Path file;
    private final BufferedWriter writer;

    private JsonLines(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    static JsonLines to(Path file) {
        try {
            return new JsonLines(file, Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    /** One line in the making; its fields are in the order they come in. */
    static final class Line {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        Line with(String field, Object value) {
            fields.put(field, value);
            return this;
        }

        /** A number to six places, which is more than it is known to. */
        Line rounded(String field, double value) {
            return with(field, Math.round(value * DIGITS) / DIGITS);
        }

        Line with(Reading reading) {
            return with("label", reading.label()).rounded("probability", reading.probability());
        }
    }

    void add(Line line) {
        try {
            writer.write(JSON.writeValueAsString(line.fields));
            writer.write('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values did not become JSON", e);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private static Fault unwritten(Path file, IOException e) {
        return new Fault(file + " cannot be written: " + e + "; free some space, or name another --out", e);
    }
}
