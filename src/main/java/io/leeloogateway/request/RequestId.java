package io.leeloogateway.request;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request: the caller's {@code X-Request-Id} if it is valid and not an API key, otherwise a generated id. */
public final class RequestId {

    /** The header of the id in requests, in responses and in calls to Leeloo. */
    public static final String HEADER = "X-Request-Id";

    static final Pattern FORMAT = Pattern.compile("^[A-Za-z0-9._-]{1,100}$");

    private RequestId() {}

    public static String of(@Nullable String header, Supplier<UUID> generator) {
        return header != null && FORMAT.matcher(header).matches() && !ApiKeyPattern.isIn(header)
                ? header
                : generator.get().toString();
    }
}
