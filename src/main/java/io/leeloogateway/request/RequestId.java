package io.leeloogateway.request;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id under which a call is found again: the caller's own, if it is one and no key, otherwise a new one. */
public final class RequestId {

    /** The header that carries it, inwards, outwards and to Leeloo. */
    public static final String HEADER = "X-Request-Id";

    static final Pattern FORM = Pattern.compile("^[A-Za-z0-9._-]{1,100}$");

    private RequestId() {}

    public static String of(@Nullable String header, Supplier<UUID> another) {
        return header != null && FORM.matcher(header).matches() && !ApiKeyPattern.isIn(header)
                ? header
                : another.get().toString();
    }
}
