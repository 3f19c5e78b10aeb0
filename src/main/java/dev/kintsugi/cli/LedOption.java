package dev.kintsugi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.topology.StreamRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How {@code bench stream} holds up a stream: while another has its turn, or until JVMs have compiled what they have learned. */
final class LedOption {
    @Option(
            names = "--led",
            hidden = true,
            description = "Obeys lines of standard input: pause, resume; stops at its end.")
    private boolean led;

    /** Begins to obey, if asked to, until standard input ends, and the stream with it. */
    void lead(StreamRun run) {
        if (led) {
            Thread listener = new Thread(() -> obey(run), "led");
            listener.setDaemon(true);
            listener.start();
        }
    }

    private static void obey(StreamRun run) {
        // Not before: the first logger there is decides on the format of all, and options are not read yet.
        Logger log = LoggerFactory.getLogger(LedOption.class);
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            String order;
            while ((order = orders.readLine()) != null) {
                switch (order) {
                    case "pause" -> run.pause();
                    case "resume" -> run.resume();
                    default -> log.warn("There is no order \"{}\"", order);
                }
            }
        } catch (IOException e) {
            log.warn("Standard input cannot be read any more", e);
        } finally {
            // Whoever led it is gone: a paused stream would wait for ever.
            run.stop();
        }
    }
}
