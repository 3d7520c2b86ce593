package io.leeloogateway.operations.dispatch;

import io.leeloogateway.fixtures.RawResponseMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a change goes wrong, and what becomes of it.
 *
 * @param name what happens
 * @param manner how it is played; null where nobody listens at all
 * @param timeout the caller's {@code Request-Timeout} in seconds
 * @param status the HTTP status of the answer
 * @param problem the slug of its type
 * @param outcome what is recorded
 * @param retryable what the answer says
 * @param repeat what a repeat under the same key is
 * @param calls how many changes reached Leeloo
 */
record FailureExample(
        String name,
        @Nullable RawResponseMode manner,
        String timeout,
        int status,
        String problem,
        String outcome,
        boolean retryable,
        Repeat repeat,
        int calls) {

    enum Repeat {
        /** Sent anew. */
        A_NEW_TRY,
        /** The first answer again. */
        THE_SAME,
        /** Nobody knows. */
        CONFLICT
    }

    private static final String DONE =
            "{\"status\":1,\"data\":{\"id\":\"64a0c3f00010000000000001\",\"comment\":\"Called\"}}";
    private static final String REJECTED =
            "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\",\"fields\":{\"comment\":\"WRONG\"}}}";
    private static final String LIMIT = "Too many requests, please try again later.";

    static RawResponseMode fine() {
        return RawResponseMode.answer(200, DONE);
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
                        Repeat.A_NEW_TRY,
                        0),
                new FailureExample(
                        "deadline over before departure",
                        fine(),
                        "0.001",
                        504,
                        "deadline-exceeded",
                        "not_sent",
                        true,
                        Repeat.A_NEW_TRY,
                        0),
                throttled("text 429", RawResponseMode.answer(429, LIMIT)),
                throttled("text 429 with Retry-After", RawResponseMode.answer(429, LIMIT, "Retry-After: 7")),
                told("status 0 under 200", RawResponseMode.answer(200, REJECTED), 422, "leeloo-rejected"),
                told("status 0 under 400", RawResponseMode.answer(400, REJECTED), 422, "leeloo-rejected"),
                told("401, our token", RawResponseMode.answer(401, REJECTED), 503, "leeloo-credentials"),
                told("404", RawResponseMode.answer(404, "{\"status\":0}"), 404, "not-found"),
                lost("reset before the answer", RawResponseMode.resetting(), 503, "leeloo-unavailable"),
                lost("closed before the answer", RawResponseMode.closing(), 503, "leeloo-unavailable"),
                lost(
                        "reset in the middle of the answer",
                        RawResponseMode.resettingMidBody(DONE),
                        503,
                        "leeloo-unavailable"),
                lost("HTML 500", RawResponseMode.answer(500, "<html>"), 503, "leeloo-unavailable"),
                lost("HTML 502", RawResponseMode.answer(502, "<html>"), 503, "leeloo-unavailable"),
                lost("garbage", RawResponseMode.raw("SSH-2.0-x\r\n\r\n"), 502, "leeloo-unreadable"),
                lost("no JSON", RawResponseMode.answer(200, "<html>"), 502, "leeloo-unreadable"),
                lost("nothing", RawResponseMode.answer(200, ""), 502, "leeloo-unreadable"),
                lost("no mark of success", RawResponseMode.answer(200, "{}"), 502, "leeloo-unreadable"),
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
                        RawResponseMode.dripping(DONE),
                        "0.5",
                        504,
                        "deadline-exceeded",
                        "unknown",
                        false,
                        Repeat.CONFLICT,
                        1));
    }

    private static FailureExample throttled(String name, RawResponseMode manner) {
        return new FailureExample(name, manner, "10", 503, "leeloo-throttled", "rejected", true, Repeat.A_NEW_TRY, 1);
    }

    private static FailureExample told(String name, RawResponseMode manner, int status, String problem) {
        return new FailureExample(name, manner, "10", status, problem, "rejected", false, Repeat.THE_SAME, 1);
    }

    private static FailureExample lost(String name, RawResponseMode manner, int status, String problem) {
        return new FailureExample(name, manner, "10", status, problem, "unknown", false, Repeat.CONFLICT, 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
