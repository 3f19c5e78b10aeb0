package dev.kintsugi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.topology.StreamRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How {@code bench stream} holds up a stream while it lays input before it. */
final class LedOption {
    private static final Logger LOG = LoggerFactory.getLogger(LedOption.class);

    @Option(names = "--led", hidden = true, description = "Obeys lines of standard input: pause, resume.")
    private boolean led;

    /** Begins to obey, if asked to, until standard input ends. */
    void lead(StreamRun run) {
        if (led) {
            Thread listener = new Thread(() -> obey(run), "led");
            listener.setDaemon(true);
            listener.start();
        }
    }

    private static void obey(StreamRun run) {
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            String order;
            while ((order = orders.readLine()) != null) {
                switch (order) {
                    case "pause" -> run.pause();
                    case "resume" -> run.resume();
                    default -> LOG.warn("There is no order \"{}\"", order);
                }
            }
        } catch (IOException e) {
            LOG.warn("Standard input cannot be read any more", e);
        }
    }
}
