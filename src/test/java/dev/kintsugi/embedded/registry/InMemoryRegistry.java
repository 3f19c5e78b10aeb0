package dev.kintsugi.embedded.registry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** The registry on a port of its own, with a list in place of the topic. */
final class InMemoryRegistry implements AutoCloseable {

    private final List<Change> changes = new ArrayList<>();
    private final SchemaStore store = new SchemaStore();
    private final HttpServer http;
    private final ExecutorService threads;

    InMemoryRegistry() {
        try {
            http = RegistryServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new AssertionError("no port for the test's registry", e);
        }
        threads = RegistryServer.serve(http, new RegistryRoutes(new Ledger(changes::add, store), "a-cluster"));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    List<Change> changes() {
        return changes;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
    }
}
