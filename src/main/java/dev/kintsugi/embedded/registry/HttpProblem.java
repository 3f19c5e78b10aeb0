package dev.kintsugi.embedded.registry;

/** A request that fails before it gets to the registry proper: no such path, no such type, no JSON. */
final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private HttpProblem(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    static HttpProblem notFound() {
        return new HttpProblem(404, "HTTP 404 Not Found");
    }

    static HttpProblem methodNotAllowed() {
        return new HttpProblem(405, "HTTP 405 Method Not Allowed");
    }

    static HttpProblem notAcceptable() {
        return new HttpProblem(406, "HTTP 406 Not Acceptable");
    }

    static HttpProblem unsupportedMediaType() {
        return new HttpProblem(415, "HTTP 415 Unsupported Media Type");
    }

    static HttpProblem badJson(String reason) {
        return new HttpProblem(400, reason);
    }

    static HttpProblem missingBody() {
        return new HttpProblem(422, "request must not be null");
    }
}
