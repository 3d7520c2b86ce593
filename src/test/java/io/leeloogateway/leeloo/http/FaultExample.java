package io.leeloogateway.leeloo.http;

import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.model.SampleIds;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fault of Leeloo and the expected response of the gateway.
 *
 * @param name the fault
 * @param mode the behaviour of the simulated Leeloo; null if it refuses connections
 * @param status the HTTP status of the problem
 * @param problem the slug of its type
 * @param retryable whether a read may be repeated
 * @param outcome the outcome of a change
 * @param changeRetryable whether a change may be repeated
 * @param retryAfter the Retry-After header
 */
record FaultExample(
        String name,
        @Nullable RawResponseMode mode,
        int status,
        String problem,
        boolean retryable,
        String outcome,
        boolean changeRetryable,
        @Nullable String retryAfter) {

    /** A text in Leeloo's responses that must not be in any response or log line of the gateway. */
    static final String SECRET = "Secretive";

    private static final String LIMIT = "Too many requests, please try again later.";
    private static final String BODY =
            "{\"status\":1,\"data\":{\"id\":\"" + SampleIds.ANNA + "\",\"name\":\"" + SECRET + "\"}}";
    private static final String REJECTION = """
            {"status":0,"error":{"code":"FORMAT_ERROR","message":"Secretive",
             "fields":{"phone":"NOT_VALID_PHONE_NUMBER","<i>Secretive</i>":"Secretive"}}}""";
    private static final String TOKEN_MISSING = """
            {"status":0,"error":{"code":"FORMAT_ERROR","message":"Secretive","fields":{"authToken":"REQUIRED"}}}""";
    private static final String HTML = "<html><body>Secretive at io.leeloo.Server</body></html>";

    static List<FaultExample> all() {
        return Stream.of(responses(), brokenResponses(), pages())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FaultExample> responses() {
        return List.of(
                throttled("text 429", RawResponseMode.respond(429, LIMIT), "1"),
                throttled("text 429 with Retry-After", RawResponseMode.respond(429, LIMIT, "Retry-After: 7"), "7"),
                throttled("text 429 under 200", RawResponseMode.respond(200, LIMIT), "1"),
                rejected("status 0 under 200", RawResponseMode.respond(200, REJECTION)),
                rejected("status 0 under 400", RawResponseMode.respond(400, REJECTION)),
                credentials("status 0 under 401", RawResponseMode.respond(401, REJECTION)),
                credentials("missing token under 200", RawResponseMode.respond(200, TOKEN_MISSING)),
                unavailable("HTML 502", RawResponseMode.respond(502, HTML)),
                unavailable("HTML 500", RawResponseMode.respond(500, HTML)),
                late("slow first byte", RawResponseMode.silent()),
                late("slow drip", RawResponseMode.slow(BODY)),
                new FaultExample("connection refused", null, 503, "leeloo-unavailable", true, "not_sent", true, null),
                unavailable("reset before the response", RawResponseMode.reset()),
                unavailable("closed before the response", RawResponseMode.close()),
                unavailable("reset in the middle of the body", RawResponseMode.resetDuringBody(BODY)),
                misrouted("a 404 of a proxy", RawResponseMode.respond(404, HTML)),
                misrouted("a 404 of another API", RawResponseMode.respond(404, "{\"message\":\"no Route matched\"}")),
                misrouted("an empty 404", RawResponseMode.respond(404, "")),
                unreadable("truncated JSON", RawResponseMode.respond(200, BODY.substring(0, BODY.length() - 9))),
                unreadable("HTML 200", RawResponseMode.respond(200, HTML)),
                unreadable("garbage", RawResponseMode.send("SSH-2.0-" + SECRET + "\r\n\r\n")),
                unreadable(
                        "an invalid length",
                        RawResponseMode.send("HTTP/1.1 200 OK\r\nContent-Length: Secretive\r\n\r\n{}")),
                unreadable("nothing", RawResponseMode.respond(200, "")),
                unreadable("an array", RawResponseMode.respond(200, "[\"" + SECRET + "\"]")),
                unreadable(
                        "a redirect",
                        RawResponseMode.respond(302, HTML, "Location: https://secretive.example/" + SECRET)),
                unreadable("too large", RawResponseMode.respond(200, SECRET.repeat(500_000))));
    }

    private static List<FaultExample> brokenResponses() {
        var head = "HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n";
        var chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        return List.of(
                unavailable("reset in the status line", BrokenResponse.resetAfter("HTTP/1.1 20")),
                unavailable("reset in the headers", BrokenResponse.resetAfter(head)),
                unavailable("reset before the body", BrokenResponse.resetAfter(head + "\r\n")),
                unavailable(
                        "reset before the last byte",
                        BrokenResponse.resetAfter(head + "\r\n" + BODY.substring(0, BODY.length() - 1))),
                unavailable("closed in the status line", RawResponseMode.send("HTTP/1.1 20")),
                unavailable("closed in the headers", RawResponseMode.send(head)),
                unavailable("closed in the body", RawResponseMode.send(head + "\r\n" + BODY.substring(0, 9))),
                unavailable("closed in a chunk", RawResponseMode.send(chunked + "ff\r\n" + BODY)),
                unavailable("closed before the last chunk", RawResponseMode.send(chunked + "2\r\n{}\r\n")),
                unreadable("an invalid chunk", RawResponseMode.send(chunked + "Secretive\r\n" + BODY)),
                unreadable("headers of 20 KiB", BrokenResponse.headersOf(20)),
                unreadable("JSON of 100,000 levels", BrokenResponse.nestedTo(100_000)),
                unreadable("a body of 1 GiB", BrokenResponse.gibibyte()),
                unreadable("a gzip bomb", BrokenResponse.gzipBomb()),
                unreadable("eleven interim responses", RawResponseMode.send("HTTP/1.1 103 \r\n\r\n".repeat(11))),
                unreadable("a switch of protocols", RawResponseMode.send("HTTP/1.1 101 \r\n\r\n")));
    }

    /** HTML pages of proxies, with each status. */
    private static List<FaultExample> pages() {
        return List.of(
                unreadable("HTML 201", RawResponseMode.respond(201, HTML)),
                unreadable("HTML 301", RawResponseMode.respond(301, HTML, "Location: https://secretive.example/")),
                unreadable("HTML 307", RawResponseMode.respond(307, HTML, "Location: https://secretive.example/")),
                unreadable("HTML 400", RawResponseMode.respond(400, HTML)),
                credentials("HTML 401", RawResponseMode.respond(401, HTML)),
                credentials("HTML 403", RawResponseMode.respond(403, HTML)),
                misrouted("HTML 405", RawResponseMode.respond(405, HTML)),
                unreadable("HTML 408", RawResponseMode.respond(408, HTML)),
                misrouted("HTML 410", RawResponseMode.respond(410, HTML)),
                unreadable("HTML 413", RawResponseMode.respond(413, HTML)),
                misrouted("HTML 421", RawResponseMode.respond(421, HTML)),
                unreadable("HTML 422", RawResponseMode.respond(422, HTML)),
                throttled("HTML 429", RawResponseMode.respond(429, HTML), "1"),
                unavailable("HTML 503", RawResponseMode.respond(503, HTML)),
                unavailable("HTML 504", RawResponseMode.respond(504, HTML)),
                unavailable("HTML 521", RawResponseMode.respond(521, HTML)));
    }

    private static FaultExample throttled(String name, RawResponseMode mode, String retryAfter) {
        return new FaultExample(name, mode, 503, "leeloo-throttled", true, "rejected", true, retryAfter);
    }

    private static FaultExample rejected(String name, RawResponseMode mode) {
        return new FaultExample(name, mode, 422, "leeloo-rejected", false, "rejected", false, null);
    }

    private static FaultExample credentials(String name, RawResponseMode mode) {
        return new FaultExample(name, mode, 503, "leeloo-credentials", false, "rejected", false, null);
    }

    private static FaultExample unavailable(String name, RawResponseMode mode) {
        return new FaultExample(name, mode, 503, "leeloo-unavailable", true, "unknown", false, null);
    }

    private static FaultExample misrouted(String name, RawResponseMode mode) {
        return new FaultExample(name, mode, 502, "leeloo-unreadable", true, "rejected", true, null);
    }

    private static FaultExample late(String name, RawResponseMode mode) {
        return new FaultExample(name, mode, 504, "deadline-exceeded", true, "unknown", false, null);
    }

    private static FaultExample unreadable(String name, RawResponseMode mode) {
        return new FaultExample(name, mode, 502, "leeloo-unreadable", true, "unknown", false, null);
    }

    @Override
    public String toString() {
        return name;
    }
}
