package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.wire.FieldNames;
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

    /** Statuses of a proxy or a web server for a path that it does not know. */
    private static final Set<Integer> NO_SUCH_PATH = Set.of(404, 405, 410, 421);

    private static final Set<String> ZEROES = Set.of("0", "false");
    private static final Set<String> BARE_ENVELOPE = Set.of("status", "data");
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
        if (NO_SUCH_PATH.contains(status) && !isRejection(response)) {
            throw LeelooUnreadable.fromElsewhere(target, status);
        }
        return envelopeOf(response, target);
    }

    /** A status other than 2xx counts as Leeloo's only with its flag: other servers respond with an {@code error}, too. */
    private static JsonNode envelopeOf(RawResponse response, Target target) {
        var envelope = parse(response, target);
        var isSuccess = response.status().is2xxSuccessful();
        if (hasFailureFlag(envelope) || (isSuccess && envelope.hasNonNull("error"))) {
            throw ErrorMapper.of(errorOf(envelope, response), target);
        }
        if (!isSuccess) {
            throw new LeelooUnreadable(target, "has an unexpected HTTP status", null);
        }
        return envelope;
    }

    /** The error of the envelope; a 404 without named fields means the target. */
    private static JsonNode errorOf(JsonNode envelope, RawResponse response) {
        var error = envelope.path("error");
        var isNotFound =
                response.status().value() == 404 && error.path("fields").isEmpty();
        return isNotFound ? ErrorMapper.NOT_FOUND : error;
    }

    private static JsonNode parse(RawResponse response, Target target) {
        try {
            var envelope = JSON.readTree(response.body().stream());
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
    private static boolean hasFailureFlag(JsonNode envelope) {
        var flag = envelope.path("status");
        return flag.isNumber() ? flag.decimalValue().signum() == 0 : ZEROES.contains(flag.asString(""));
    }

    /** Other servers have a flag, too: {@code {"status":false,"error":"Unknown method"}}. Leeloo's is a number, beside an error with a code. */
    private static boolean isRejection(RawResponse response) {
        try {
            var envelope = JSON.readTree(response.body().stream());
            var isFlagged = !envelope.path("status").isBoolean() && hasFailureFlag(envelope);
            return isFlagged && (hasCode(envelope) || BARE_ENVELOPE.containsAll(envelope.propertyNames()));
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean hasCode(JsonNode envelope) {
        var error = envelope.path("error");
        return FieldNames.isCode(error.isObject() ? error.path("code") : error);
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
