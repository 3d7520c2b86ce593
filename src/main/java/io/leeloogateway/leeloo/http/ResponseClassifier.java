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

/** Decides whether a response is a success. Leeloo also reports failures with HTTP 200, and throttling in plain text. */
public final class ResponseClassifier {

    private static final JsonMapper JSON = LeelooJson.mapper();
    private static final Pattern THROTTLED = Pattern.compile("[\\s\\uFEFF]*Too many requests");
    private static final int PREFIX_LENGTH = 1024;
    private static final Set<String> ZEROES = Set.of("0", "false");
    private static final Set<String> ONES = Set.of("1", "true");

    private ResponseClassifier() {}

    static JsonNode classify(RawResponse response, Target target) {
        var status = response.status().value();
        if (status == 429 || isThrottled(response)) {
            throw new LeelooThrottled(RetryAfter.of(response.headers()));
        }
        if (response.status().is5xxServerError()) {
            throw LeelooUnavailable.serverError(status);
        }
        if (status == 401 || status == 403) {
            throw LeelooCredentialsRejected.byLeeloo();
        }
        if (status == 404) {
            throw ErrorMapper.of(notFoundError(response), target);
        }
        return envelopeOf(response, target);
    }

    private static JsonNode envelopeOf(RawResponse response, Target target) {
        var envelope = parse(response, target);
        if (isFailure(envelope)) {
            throw ErrorMapper.of(envelope.path("error"), target);
        }
        if (!response.status().is2xxSuccessful()) {
            throw new LeelooUnreadable(target, "has an unexpected HTTP status", null);
        }
        return envelope;
    }

    private static JsonNode parse(RawResponse response, Target target) {
        try {
            var envelope = JSON.readTree(response.body().bytes());
            if (envelope.isObject()) {
                return envelope;
            }
        } catch (JacksonException e) {
            throw new LeelooUnreadable(target, "is not JSON", withoutContent(e));
        }
        throw new LeelooUnreadable(target, "is not a JSON object", null);
    }

    /** Whether the envelope reports a success; an envelope may report neither success nor failure. */
    public static boolean isSuccess(JsonNode envelope) {
        var flag = envelope.path("status");
        var succeeded = flag.isNumber() ? flag.decimalValue().signum() > 0 : ONES.contains(flag.asString(""));
        return succeeded || envelope.hasNonNull("data");
    }

    /** The textual status of an echoed order is not the success flag. */
    private static boolean isFailure(JsonNode envelope) {
        var flag = envelope.path("status");
        var failed = flag.isNumber() ? flag.decimalValue().signum() == 0 : ZEROES.contains(flag.asString(""));
        return failed || envelope.hasNonNull("error");
    }

    /** The error of a 404: some name the field with the unknown id. */
    private static JsonNode notFoundError(RawResponse response) {
        try {
            var error = JSON.readTree(response.body().bytes()).path("error");
            return error.path("fields").isEmpty() ? ErrorMapper.NOT_FOUND : error;
        } catch (JacksonException e) {
            return ErrorMapper.NOT_FOUND;
        }
    }

    private static boolean isThrottled(RawResponse response) {
        var bytes = response.body().bytes();
        var prefix = new String(bytes, 0, Math.min(bytes.length, PREFIX_LENGTH), StandardCharsets.UTF_8);
        return THROTTLED.matcher(prefix).lookingAt();
    }

    /** Jackson quotes the source in its messages, which would put personal data into logs. */
    private static @Nullable Throwable withoutContent(JacksonException e) {
        e.clearLocation();
        return new IllegalArgumentException(e.getClass().getSimpleName());
    }
}
