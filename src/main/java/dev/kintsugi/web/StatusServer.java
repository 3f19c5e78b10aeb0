package dev.kintsugi.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kintsugi.Fault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code /livez}, {@code /readyz} and {@code /metrics}, from its start until it is closed. */
public final class StatusServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusServer.class);
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    // So that scrapes in progress and slow clients do not hold up a probe: a request is read on one of these.
    private static final int THREADS = 8;

    // The JDK's server reads these once, before the first is made, and by default waits for slow clients for ever.
    static {
        unlessSet("sun.net.httpserver.maxReqTime", "5");
        unlessSet("sun.net.httpserver.maxRspTime", "15");
    }

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, StatusServer::daemon);

    private StatusServer(HttpServer http) {
        this.http = http;
    }

    /**
     * Takes the port and answers on it.
     *
     * @param port 0 for any free one
     * @param health asked at each request, as the metrics are, on a thread of this server
     * @param metrics in Prometheus' text format
     */
    public static StatusServer start(String host, int port, Supplier<Health> health, Supplier<String> metrics) {
        StatusServer server = new StatusServer(bound(host, port));
        server.serve("/livez", () -> server.health(health, Health::live));
        server.serve("/readyz", () -> server.health(health, Health::ready));
        server.serve("/metrics", () -> new Answer(200, PROMETHEUS, metrics.get()));
        server.serve("/", () -> new Answer(404, JSON, "{\"paths\":[\"/livez\",\"/readyz\",\"/metrics\"]}"));
        server.http.setExecutor(server.threads);
        server.http.start();
        return server;
    }

    private static void unlessSet(String property, String seconds) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, seconds);
        }
    }

    private static HttpServer bound(String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new Fault("--host is \"" + host + "\", which has no address; use one of this machine, or 0.0.0.0");
        }
        try {
            return HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new Fault(
                    "port " + port + " of " + host + " for health and metrics cannot be bound (" + e.getMessage()
                            + "); stop what listens there, or choose another with --port: 0 for any free one, or off",
                    e);
        }
    }

    /** Where it answers, as part of a URL. */
    public String address() {
        InetSocketAddress at = http.getAddress();
        String host = at.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort();
    }

    private void serve(String path, Supplier<Answer> answer) {
        http.createContext(path, exchange -> {
            try (exchange) {
                boolean mine =
                        path.equals("/") || exchange.getRequestURI().getPath().equals(path);
                send(exchange, mine ? answered(path, answer) : new Answer(404, JSON, "{}"));
            }
        });
    }

    /** Whatever goes wrong is an answer too: the server itself would close the connection without a word. */
    private static Answer answered(String path, Supplier<Answer> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be answered", path, e);
            return new Answer(500, JSON, "{\"problem\":\"see the log\"}");
        }
    }

    private Answer health(Supplier<Health> health, Function<Health, Boolean> wanted) {
        Health now = health.get();
        boolean well = wanted.apply(now);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", well ? "up" : "down");
        json.putAll(now.details());
        try {
            return new Answer(well ? 200 : 503, JSON, mapper.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values did not become JSON", e);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "status-http");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
    }

    private record Answer(int status, String type, String body) {}
}
