package io.leeloogateway.leeloo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way in which Leeloo fails, and what a caller of the gateway is told of it.
 *
 * @param name the kind, as the contract calls it
 * @param manner how it is played; null where nobody listens at all
 * @param status the HTTP status of the problem
 * @param problem the slug of its type
 * @param retryable whether a read may be repeated
 * @param outcome what became of a change
 * @param changeRetryable whether a change may be repeated
 * @param retryAfter the header of that name
 */
record Fault(
        String name,
        @Nullable Manner manner,
        int status,
        String problem,
        boolean retryable,
        String outcome,
        boolean changeRetryable,
        @Nullable String retryAfter) {

    /** Stands for all that is not ours to show: it must be in no answer and no line of the log. */
    static final String FOREIGN = "Secretive";

    private static final String LIMIT = "Too many requests, please try again later.";
    private static final String BODY =
            "{\"status\":1,\"data\":{\"id\":\"" + Known.ANNA + "\",\"name\":\"" + FOREIGN + "\"}}";
    private static final String REJECTION = """
            {"status":0,"error":{"code":"FORMAT_ERROR","message":"Secretive",
             "fields":{"phone":"NOT_VALID_PHONE_NUMBER","<i>Secretive</i>":"Secretive"}}}""";
    private static final String TOKEN_MISSING = """
            {"status":0,"error":{"code":"FORMAT_ERROR","message":"Secretive","fields":{"authToken":"REQUIRED"}}}""";
    private static final String HTML = "<html><body>Secretive at io.leeloo.Server</body></html>";

    static List<Fault> all() {
        return List.of(
                throttled("text 429", Manner.answer(429, LIMIT), "1"),
                throttled("text 429 with Retry-After", Manner.answer(429, LIMIT, "Retry-After: 7"), "7"),
                throttled("text 429 under 200", Manner.answer(200, LIMIT), "1"),
                rejected("status 0 under 200", Manner.answer(200, REJECTION)),
                rejected("status 0 under 400", Manner.answer(400, REJECTION)),
                credentials("status 0 under 401", Manner.answer(401, REJECTION)),
                credentials("missing token under 200", Manner.answer(200, TOKEN_MISSING)),
                unavailable("HTML 502", Manner.answer(502, HTML)),
                unavailable("HTML 500", Manner.answer(500, HTML)),
                late("slow first byte", Manner.silent()),
                late("slow drip", Manner.dripping(BODY)),
                new Fault("connection refused", null, 503, "leeloo-unavailable", true, "not_sent", true, null),
                unavailable("reset before the answer", Manner.resetting()),
                unavailable("closed before the answer", Manner.closing()),
                unavailable("reset in the middle of the body", Manner.resettingMidBody(BODY)),
                unreadable("truncated JSON", Manner.answer(200, BODY.substring(0, BODY.length() - 9))),
                unreadable("HTML 200", Manner.answer(200, HTML)),
                unreadable("garbage", Manner.raw("SSH-2.0-" + FOREIGN + "\r\n\r\n")),
                unreadable(
                        "a length that is none", Manner.raw("HTTP/1.1 200 OK\r\nContent-Length: Secretive\r\n\r\n{}")),
                unreadable("nothing", Manner.answer(200, "")),
                unreadable("an array", Manner.answer(200, "[\"" + FOREIGN + "\"]")),
                unreadable("a redirect", Manner.answer(302, HTML, "Location: https://secretive.example/" + FOREIGN)),
                unreadable("too large", Manner.answer(200, FOREIGN.repeat(500_000))));
    }

    private static Fault throttled(String name, Manner manner, String retryAfter) {
        return new Fault(name, manner, 503, "leeloo-throttled", true, "rejected", true, retryAfter);
    }

    private static Fault rejected(String name, Manner manner) {
        return new Fault(name, manner, 422, "leeloo-rejected", false, "rejected", false, null);
    }

    private static Fault credentials(String name, Manner manner) {
        return new Fault(name, manner, 503, "leeloo-credentials", false, "rejected", false, null);
    }

    private static Fault unavailable(String name, Manner manner) {
        return new Fault(name, manner, 503, "leeloo-unavailable", true, "unknown", false, null);
    }

    private static Fault late(String name, Manner manner) {
        return new Fault(name, manner, 504, "deadline-exceeded", true, "unknown", false, null);
    }

    private static Fault unreadable(String name, Manner manner) {
        return new Fault(name, manner, 502, "leeloo-unreadable", true, "unknown", false, null);
    }

    @Override
    public String toString() {
        return name;
    }
}
