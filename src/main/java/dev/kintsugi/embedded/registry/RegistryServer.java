package dev.kintsugi.embedded.registry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** A schema registry: its state replayed from a broker, its routes served over HTTP. */
public final class RegistryServer implements AutoCloseable {

    private static final int THREADS = 8;

    static {
        // Read once, when the first server of the JVM is made. Without it an answer's body waits until the client,
        // which delays that, has acknowledged the headers: 40 ms on every request of a kept connection.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final TopicLog log;

    private RegistryServer(HttpServer http, ExecutorService threads, TopicLog log) {
        this.http = http;
        this.threads = threads;
        this.log = log;
    }

    /** Takes the port, so that a busy one is known before anything else is done. */
    public static HttpServer bind(InetSocketAddress address) throws IOException {
        return HttpServer.create(address, 0);
    }

    /** Answers on the server given, which is bound but not started, with what the broker's {@code _schemas} holds. */
    public static RegistryServer start(HttpServer bound, String bootstrap) {
        SchemaStore store = new SchemaStore();
        TopicLog log = TopicLog.open(bootstrap, store::apply);
        ExecutorService threads = serve(bound, new RegistryRoutes(new Ledger(log, store), log.clusterId()));
        return new RegistryServer(bound, threads, log);
    }

    static ExecutorService serve(HttpServer bound, RegistryRoutes routes) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, daemons());
        bound.setExecutor(threads);
        bound.createContext("/", new RegistryHandler(routes.all()));
        bound.start();
        return threads;
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "registry-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
        log.close();
    }
}
