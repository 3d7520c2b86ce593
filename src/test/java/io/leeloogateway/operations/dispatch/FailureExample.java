package io.leeloogateway.operations.dispatch;

import io.leeloogateway.fixtures.RawResponseMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure of a change and its expected outcome.
 *
 * @param mode the behaviour of the simulated Leeloo; null if the port is closed
 * @param timeout the request's {@code Request-Timeout} in seconds
 * @param status the HTTP status of the response
 * @param problem the slug of the problem
 * @param repeat the effect of a repeat with the same key
 * @param calls the number of changes that reached Leeloo
 */
record FailureExample(
        String name,
        @Nullable RawResponseMode mode,
        String timeout,
        int status,
        String problem,
        String outcome,
        boolean retryable,
        Repeat repeat,
        int calls) {

    enum Repeat {
        /** The gateway sends the change again. */
        NEW_SEND,
        /** The gateway replays the first response. */
        REPLAY,
        /** The outcome is unknown, so the repeat is a 409. */
        CONFLICT
    }

    private static final String DONE =
            "{\"status\":1,\"data\":{\"id\":\"64a0c3f00010000000000001\",\"comment\":\"Called\"}}";
    private static final String REJECTED =
            "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\",\"fields\":{\"comment\":\"WRONG\"}}}";
    private static final String LIMIT = "Too many requests, please try again later.";

    static RawResponseMode fine() {
        return RawResponseMode.respond(200, DONE);
    }

    static List<FailureExample> all() {
        return List.of(
                new FailureExample(
                        "connection refused",
                        null,
                        "10",
                        503,
                        "leeloo-unavailable",
                        "not_sent",
                        true,
                        Repeat.NEW_SEND,
                        0),
                new FailureExample(
                        "deadline exceeded before the send",
                        fine(),
                        "0.001",
                        504,
                        "deadline-exceeded",
                        "not_sent",
                        true,
                        Repeat.NEW_SEND,
                        0),
                throttled("text 429", RawResponseMode.respond(429, LIMIT)),
                throttled("text 429 with Retry-After", RawResponseMode.respond(429, LIMIT, "Retry-After: 7")),
                replayed("status 0 under 200", RawResponseMode.respond(200, REJECTED), 422, "leeloo-rejected"),
                replayed("status 0 under 400", RawResponseMode.respond(400, REJECTED), 422, "leeloo-rejected"),
                credentials("401, our token", RawResponseMode.respond(401, REJECTED)),
                credentials("403, our token", RawResponseMode.respond(403, "<html>")),
                credentials(
                        "missing token under 200",
                        RawResponseMode.respond(
                                200, "{\"status\":0,\"error\":{\"fields\":{\"authToken\":\"REQUIRED\"}}}")),
                replayed("404", RawResponseMode.respond(404, "{\"status\":0}"), 404, "not-found"),
                misrouted("404 of a proxy", RawResponseMode.respond(404, "<html>")),
                misrouted("empty 404", RawResponseMode.respond(404, "")),
                misrouted("404 of another API", RawResponseMode.respond(404, "{\"message\":\"no Route matched\"}")),
                misrouted("405 of a proxy", RawResponseMode.respond(405, "<html>")),
                unknown("400 of a proxy", RawResponseMode.respond(400, "{\"error\":\"no\"}"), 502, "leeloo-unreadable"),
                unknown("reset before the response", RawResponseMode.reset(), 503, "leeloo-unavailable"),
                unknown("closed before the response", RawResponseMode.close(), 503, "leeloo-unavailable"),
                unknown("reset within the response", RawResponseMode.resetDuringBody(DONE), 503, "leeloo-unavailable"),
                unknown("HTML 500", RawResponseMode.respond(500, "<html>"), 503, "leeloo-unavailable"),
                unknown("HTML 502", RawResponseMode.respond(502, "<html>"), 503, "leeloo-unavailable"),
                unknown("garbage", RawResponseMode.send("SSH-2.0-x\r\n\r\n"), 502, "leeloo-unreadable"),
                unknown("no JSON", RawResponseMode.respond(200, "<html>"), 502, "leeloo-unreadable"),
                unknown("nothing", RawResponseMode.respond(200, ""), 502, "leeloo-unreadable"),
                unknown("no success flag", RawResponseMode.respond(200, "{}"), 502, "leeloo-unreadable"),
                new FailureExample(
                        "hang",
                        RawResponseMode.silent(),
                        "0.5",
                        504,
                        "deadline-exceeded",
                        "unknown",
                        false,
                        Repeat.CONFLICT,
                        1),
                new FailureExample(
                        "drip",
                        RawResponseMode.slow(DONE),
                        "0.5",
                        504,
                        "deadline-exceeded",
                        "unknown",
                        false,
                        Repeat.CONFLICT,
                        1));
    }

    private static FailureExample throttled(String name, RawResponseMode mode) {
        return new FailureExample(name, mode, "10", 503, "leeloo-throttled", "rejected", true, Repeat.NEW_SEND, 1);
    }

    private static FailureExample replayed(String name, RawResponseMode mode, int status, String problem) {
        return new FailureExample(name, mode, "10", status, problem, "rejected", false, Repeat.REPLAY, 1);
    }

    private static FailureExample credentials(String name, RawResponseMode mode) {
        return new FailureExample(name, mode, "10", 503, "leeloo-credentials", "rejected", false, Repeat.NEW_SEND, 1);
    }

    private static FailureExample misrouted(String name, RawResponseMode mode) {
        return new FailureExample(name, mode, "10", 502, "leeloo-unreadable", "rejected", true, Repeat.NEW_SEND, 1);
    }

    private static FailureExample unknown(String name, RawResponseMode mode, int status, String problem) {
        return new FailureExample(name, mode, "10", status, problem, "unknown", false, Repeat.CONFLICT, 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
