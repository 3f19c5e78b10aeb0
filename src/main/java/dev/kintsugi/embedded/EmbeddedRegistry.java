package dev.kintsugi.embedded;

import com.sun.net.httpserver.HttpServer;
import dev.kintsugi.embedded.registry.RegistryServer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A schema registry in this process that keeps its schemas on a broker; see {@link dev.kintsugi.embedded.registry}. */
public final class EmbeddedRegistry implements AutoCloseable {

    private final RegistryServer server;
    private final String url;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedRegistry(RegistryServer server, String url) {
        this.server = server;
        this.url = url;
    }

    /**
     * Returns when clients can use the registry.
     *
     * @param port 0 takes any free one
     */
    public static EmbeddedRegistry start(String host, int port, String bootstrap) {
        return start(host, port, host, bootstrap);
    }

    static EmbeddedRegistry start(String host, int port, String advertisedHost, String bootstrap) {
        HttpServer http = bind(host, port);
        try {
            RegistryServer server = RegistryServer.start(http, bootstrap);
            int bound = http.getAddress().getPort();
            return new EmbeddedRegistry(server, "http://" + Ports.join(advertisedHost, bound));
        } catch (RuntimeException e) {
            http.stop(0);
            throw e;
        }
    }

    private static HttpServer bind(String host, int port) {
        Ports.requireValid("registry port", port);
        try {
            return RegistryServer.bind(Ports.address("registry port", host, port));
        } catch (IOException e) {
            throw Ports.unbound("registry port", host, port, e);
        }
    }

    /** The address for {@code schema.registry.url}. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.close();
        }
    }
}
