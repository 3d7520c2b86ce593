package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.wire.LeelooJson;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decides whether an answer is a success: Leeloo tells of failures under HTTP 200 too, and of throttling in plain text. */
public final class ResponseClassifier {

    private static final JsonMapper JSON = LeelooJson.mapper();
    private static final Pattern THROTTLED = Pattern.compile("[\\s\\uFEFF]*Too many requests");
    private static final int BEGINNING = 1024;
    private static final Set<String> ZEROES = Set.of("0", "false");
    private static final Set<String> ONES = Set.of("1", "true");

    private ResponseClassifier() {}

    static JsonNode of(RawResponse received, Target target) {
        var status = received.status().value();
        if (status == 429 || isThrottled(received)) {
            throw new LeelooThrottled(RetryAfter.of(received.headers()));
        }
        if (received.status().is5xxServerError()) {
            throw LeelooUnavailable.failing(status);
        }
        if (status == 401 || status == 403) {
            throw LeelooCredentialsRejected.refused();
        }
        if (status == 404) {
            throw ErrorMapper.of(told(received), target);
        }
        return judged(received, target);
    }

    private static JsonNode judged(RawResponse received, Target target) {
        var envelope = parse(received, target);
        if (isFailure(envelope)) {
            throw ErrorMapper.of(envelope.path("error"), target);
        }
        if (!received.status().is2xxSuccessful()) {
            throw new LeelooUnreadable(target, "has an unexpected HTTP status", null);
        }
        return envelope;
    }

    private static JsonNode parse(RawResponse received, Target target) {
        try {
            var envelope = JSON.readTree(received.document().bytes());
            if (envelope.isObject()) {
                return envelope;
            }
        } catch (JacksonException e) {
            throw new LeelooUnreadable(target, "is not JSON", withoutContent(e));
        }
        throw new LeelooUnreadable(target, "is not a JSON object", null);
    }

    /** Whether the answer says that it went well; what is neither this nor a failure leaves the question open. */
    public static boolean isSuccess(JsonNode envelope) {
        var flag = envelope.path("status");
        var succeeded = flag.isNumber() ? flag.decimalValue().signum() > 0 : ONES.contains(flag.asString(""));
        return succeeded || envelope.hasNonNull("data");
    }

    /** An echoed order carries a textual status of its own, which is not the flag. */
    private static boolean isFailure(JsonNode envelope) {
        var flag = envelope.path("status");
        var failed = flag.isNumber() ? flag.decimalValue().signum() == 0 : ZEROES.contains(flag.asString(""));
        return failed || envelope.hasNonNull("error");
    }

    /** What a 404 says besides: some name the field that holds the unknown id. */
    private static JsonNode told(RawResponse received) {
        try {
            var error = JSON.readTree(received.document().bytes()).path("error");
            return error.path("fields").isEmpty() ? ErrorMapper.NOT_FOUND : error;
        } catch (JacksonException e) {
            return ErrorMapper.NOT_FOUND;
        }
    }

    private static boolean isThrottled(RawResponse received) {
        var bytes = received.document().bytes();
        var beginning = new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.UTF_8);
        return THROTTLED.matcher(beginning).lookingAt();
    }

    /** Jackson quotes the source in its messages; customers' data stays out of logs. */
    private static @Nullable Throwable withoutContent(JacksonException e) {
        e.clearLocation();
        return new IllegalArgumentException(e.getClass().getSimpleName());
    }
}
