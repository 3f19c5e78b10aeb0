package dev.kintsugi.embedded.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request apart, finds its route, and sends what that says, be it an answer or a problem, in the client's type.
 */
final class RegistryHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);
    private static final int OK = 200;
    private static final int FAILED = 500;
    private static final int NO_BODY = -1;

    private final List<Route> routes;

    RegistryHandler(List<Route> routes) {
        this.routes = routes;
    }

    /** What goes back. */
    private record Reply(int status, Object body) {

        static Reply problem(int status, int code, String message) {
            return new Reply(status, new Answers.Problem(code, message));
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String type = MediaTypes.V1;
            Reply reply;
            try {
                type = MediaTypes.negotiate(exchange.getRequestHeaders().getFirst("Accept"));
                reply = new Reply(OK, answer(exchange, body));
            } catch (RegistryException e) {
                reply = Reply.problem(e.status(), e.code(), e.getMessage());
            } catch (HttpProblem e) {
                reply = Reply.problem(e.status(), e.status(), e.getMessage());
            } catch (RuntimeException e) {
                // the last stop: a defect of ours must not leave the client without an answer
                LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                reply = Reply.problem(FAILED, FAILED, "Internal Server Error");
            }
            send(exchange, reply, type);
        }
    }

    private Object answer(HttpExchange exchange, byte[] body) {
        List<String> segments = PercentEncoded.segments(exchange.getRequestURI().getRawPath());
        Map<String, Route> byMethod = routes.stream()
                .filter(route -> route.match(segments).isPresent())
                .collect(Collectors.toMap(Route::method, route -> route, (first, second) -> first));
        if (byMethod.isEmpty()) {
            throw HttpProblem.notFound();
        }
        String method = exchange.getRequestMethod();
        if (method.equals("OPTIONS")) {
            allow(exchange, byMethod);
            return "";
        }
        Route route = Optional.ofNullable(byMethod.get(method.equals("HEAD") ? "GET" : method))
                .orElseThrow(() -> {
                    allow(exchange, byMethod);
                    return HttpProblem.methodNotAllowed();
                });
        if (body.length > 0) {
            MediaTypes.requireTaken(exchange.getRequestHeaders().getFirst("Content-Type"));
        }
        Map<String, List<String>> query =
                PercentEncoded.query(exchange.getRequestURI().getRawQuery());
        return route.answer().apply(new Call(route.match(segments).orElseThrow(), query, body));
    }

    private static void allow(HttpExchange exchange, Map<String, Route> byMethod) {
        Stream<String> implied = byMethod.containsKey("GET") ? Stream.of("HEAD", "OPTIONS") : Stream.of("OPTIONS");
        exchange.getResponseHeaders()
                .set(
                        "Allow",
                        Stream.concat(byMethod.keySet().stream(), implied)
                                .sorted()
                                .collect(Collectors.joining(",")));
    }

    private static void send(HttpExchange exchange, Reply reply, String type) throws IOException {
        byte[] bytes = reply.body() instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : Json.MAPPER.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
            exchange.sendResponseHeaders(reply.status(), NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? NO_BODY : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
