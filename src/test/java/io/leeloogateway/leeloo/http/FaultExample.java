package io.leeloogateway.leeloo.http;

import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.model.SampleIds;
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
record FaultExample(
        String name,
        @Nullable RawResponseMode manner,
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
            "{\"status\":1,\"data\":{\"id\":\"" + SampleIds.ANNA + "\",\"name\":\"" + FOREIGN + "\"}}";
    private static final String REJECTION = """
            {"status":0,"error":{"code":"FORMAT_ERROR","message":"Secretive",
             "fields":{"phone":"NOT_VALID_PHONE_NUMBER","<i>Secretive</i>":"Secretive"}}}""";
    private static final String TOKEN_MISSING = """
            {"status":0,"error":{"code":"FORMAT_ERROR","message":"Secretive","fields":{"authToken":"REQUIRED"}}}""";
    private static final String HTML = "<html><body>Secretive at io.leeloo.Server</body></html>";

    static List<FaultExample> all() {
        return List.of(
                throttled("text 429", RawResponseMode.answer(429, LIMIT), "1"),
                throttled("text 429 with Retry-After", RawResponseMode.answer(429, LIMIT, "Retry-After: 7"), "7"),
                throttled("text 429 under 200", RawResponseMode.answer(200, LIMIT), "1"),
                rejected("status 0 under 200", RawResponseMode.answer(200, REJECTION)),
                rejected("status 0 under 400", RawResponseMode.answer(400, REJECTION)),
                credentials("status 0 under 401", RawResponseMode.answer(401, REJECTION)),
                credentials("missing token under 200", RawResponseMode.answer(200, TOKEN_MISSING)),
                unavailable("HTML 502", RawResponseMode.answer(502, HTML)),
                unavailable("HTML 500", RawResponseMode.answer(500, HTML)),
                late("slow first byte", RawResponseMode.silent()),
                late("slow drip", RawResponseMode.dripping(BODY)),
                new FaultExample("connection refused", null, 503, "leeloo-unavailable", true, "not_sent", true, null),
                unavailable("reset before the answer", RawResponseMode.resetting()),
                unavailable("closed before the answer", RawResponseMode.closing()),
                unavailable("reset in the middle of the body", RawResponseMode.resettingMidBody(BODY)),
                unreadable("truncated JSON", RawResponseMode.answer(200, BODY.substring(0, BODY.length() - 9))),
                unreadable("HTML 200", RawResponseMode.answer(200, HTML)),
                unreadable("garbage", RawResponseMode.raw("SSH-2.0-" + FOREIGN + "\r\n\r\n")),
                unreadable(
                        "a length that is none",
                        RawResponseMode.raw("HTTP/1.1 200 OK\r\nContent-Length: Secretive\r\n\r\n{}")),
                unreadable("nothing", RawResponseMode.answer(200, "")),
                unreadable("an array", RawResponseMode.answer(200, "[\"" + FOREIGN + "\"]")),
                unreadable(
                        "a redirect",
                        RawResponseMode.answer(302, HTML, "Location: https://secretive.example/" + FOREIGN)),
                unreadable("too large", RawResponseMode.answer(200, FOREIGN.repeat(500_000))));
    }

    private static FaultExample throttled(String name, RawResponseMode manner, String retryAfter) {
        return new FaultExample(name, manner, 503, "leeloo-throttled", true, "rejected", true, retryAfter);
    }

    private static FaultExample rejected(String name, RawResponseMode manner) {
        return new FaultExample(name, manner, 422, "leeloo-rejected", false, "rejected", false, null);
    }

    private static FaultExample credentials(String name, RawResponseMode manner) {
        return new FaultExample(name, manner, 503, "leeloo-credentials", false, "rejected", false, null);
    }

    private static FaultExample unavailable(String name, RawResponseMode manner) {
        return new FaultExample(name, manner, 503, "leeloo-unavailable", true, "unknown", false, null);
    }

    private static FaultExample late(String name, RawResponseMode manner) {
        return new FaultExample(name, manner, 504, "deadline-exceeded", true, "unknown", false, null);
    }

    private static FaultExample unreadable(String name, RawResponseMode manner) {
        return new FaultExample(name, manner, 502, "leeloo-unreadable", true, "unknown", false, null);
    }

    @Override
    public String toString() {
        return name;
    }
}
