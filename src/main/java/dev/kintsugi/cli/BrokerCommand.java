package dev.kintsugi.cli;

import dev.kintsugi.embedded.BrokerSettings;
import dev.kintsugi.embedded.EmbeddedCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kintsugi broker}: a Kafka broker and a schema registry in this process. */
@Command(
        name = "broker",
        sortOptions = false,
        description = {
            "Runs a Kafka broker and a schema registry, until Ctrl-C.",
            "For trying out, developing and testing. They keep their data, and only this machine can reach them unless"
                    + " --host says otherwise."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kintsugi broker", "  kintsugi broker --data-dir /tmp/trial --port 19092 --registry-port 18081"})
final class BrokerCommand implements Runnable {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${sys:user.home}/.kintsugi/broker",
            description = "Where topics and schemas are kept. Default: ${DEFAULT-VALUE}.")
    private Path dataDirectory;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "The broker's port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "The registry's port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int registryPort;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = BrokerSettings.LOOPBACK,
            description = "The address to listen on; 0.0.0.0 for all, which lets anybody on the network in: there is no"
                    + " password. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--advertised-host",
            paramLabel = "NAME",
            description = "The name by which clients on other machines reach this one.")
    private String advertisedHost;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CountDownLatch asked = new CountDownLatch(1);
        try (Interruption interruption = new Interruption();
                EmbeddedCluster cluster = EmbeddedCluster.start(settings(), registryPort)) {
            interruption.calls(asked::countDown);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "ready  broker %s  registry %s  data %s  after %.1f s%n",
                            cluster.bootstrap(), cluster.registryUrl(), dataDirectory, secondsSinceJvmStart());
            await(asked);
        }
    }

    private BrokerSettings settings() {
        return advertisedHost == null
                ? BrokerSettings.listeningOn(dataDirectory, host, port)
                : new BrokerSettings(dataDirectory, host, port, advertisedHost);
    }

    static double secondsSinceJvmStart() {
        Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return Duration.between(started, Instant.now()).toMillis() / 1000.0;
    }

    private static void await(CountDownLatch asked) {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
