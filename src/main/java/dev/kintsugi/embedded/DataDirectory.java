package dev.kintsugi.embedded;

import dev.kintsugi.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;

/**
 * The directory of one broker, held by a lock from before the first look inside until the broker has stopped.
 *
 * <p>Kafka locks its log directories too, but late: by then a second instance has already written to the metadata log
 * of the first. The lock dies with its process, so a {@code kill -9} leaves nothing to clean up.
 */
final class DataDirectory implements AutoCloseable {

    private final Path logs;
    private final FileChannel lock;

    private DataDirectory(Path logs, FileChannel lock) {
        this.logs = logs;
        this.lock = lock;
    }

    static DataDirectory claim(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve("kintsugi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new Fault("data directory " + directory
                        + " is in use by another broker; stop that one or choose another --data-dir");
            }
            return new DataDirectory(directory.resolve("kafka").toAbsolutePath(), channel);
        } catch (IOException e) {
            throw new Fault(
                    "data directory " + directory + " cannot be used (" + e + "); choose one that can be written to",
                    e);
        }
    }

    /** Two brokers in one JVM get an exception where two processes get no lock. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path logs() {
        return logs;
    }

    /**
     * Gives a new directory its cluster id and first metadata, as {@code kafka-storage format} does. A start that was
     * interrupted before is completed: the file looked for is the last one that formatting writes.
     */
    void formatIfNew(Properties properties) {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            // the tool reads a file; left there, it tells the curious how this broker is set up
            Path file = logs.resolveSibling("format.properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, "the settings with which this directory was formatted");
            }
            String[] arguments = {
                "format",
                "--ignore-formatted",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                file.toString()
            };
            int exit = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
            if (exit != 0) {
                throw unformatted(said.toString(StandardCharsets.UTF_8).strip(), null);
            }
        } catch (IOException | KafkaException e) {
            throw unformatted(e.toString(), e);
        }
    }

    private Fault unformatted(String reason, Exception cause) {
        return new Fault(
                "data directory " + logs + " cannot be formatted for Kafka (" + reason + "); use an empty one", cause);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("lock of " + logs.getParent(), e);
        }
    }
}
