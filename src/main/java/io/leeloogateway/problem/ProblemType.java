package io.leeloogateway.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** The closed list of what can go wrong; what each means and what to do stands in {@code problems.properties}. */
public enum ProblemType {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, Retry.USELESS, "The request is not valid"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, Retry.USELESS, "No valid key"),
    MISSING_SCOPE(HttpStatus.FORBIDDEN, Retry.USELESS, "The key lacks a scope"),
    ROUTE_NOT_FOUND(HttpStatus.NOT_FOUND, Retry.USELESS, "No such route"),
    NOT_FOUND(HttpStatus.NOT_FOUND, Retry.USELESS, "No such thing"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, Retry.USELESS, "The route does not know this method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, Retry.USELESS, "No answer in a wanted format"),
    CONFLICT(HttpStatus.CONFLICT, Retry.USELESS, "It does not fit what is there"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, Retry.USELESS, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Retry.USELESS, "The body is not JSON"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, Retry.SAFE, "The client's limit is reached"),
    OPERATION_UNDER_WAY(HttpStatus.CONFLICT, Retry.SAFE, "The change is still under way"),
    OPERATION_UNKNOWN(HttpStatus.CONFLICT, Retry.USELESS, "Nobody knows yet what became of the change"),
    ANSWER_UNKNOWN(HttpStatus.CONFLICT, Retry.USELESS, "The change was applied, its answer is not known"),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, Retry.USELESS, "The Idempotency-Key stands for another request"),
    LEELOO_REJECTED(HttpStatus.UNPROCESSABLE_CONTENT, Retry.USELESS, "Leeloo rejected the request"),
    LEELOO_UNREADABLE(HttpStatus.BAD_GATEWAY, Retry.SAFE, "Leeloo's answer cannot be read"),
    LEELOO_CREDENTIALS(HttpStatus.SERVICE_UNAVAILABLE, Retry.USELESS, "Leeloo refused the gateway's token"),
    LEELOO_THROTTLED(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "Leeloo's limit is reached"),
    LEELOO_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "Leeloo cannot be reached"),
    DEADLINE_EXCEEDED(HttpStatus.GATEWAY_TIMEOUT, Retry.SAFE, "No answer within the deadline"),
    NOT_COPIED(HttpStatus.GATEWAY_TIMEOUT, Retry.SAFE, "There is no copy that is good enough"),
    ISSUER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "The issuer of the token cannot be reached"),
    CHANGES_DISABLED(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "Changes are switched off"),
    DATABASE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "The gateway's database cannot be reached"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, Retry.USELESS, "The gateway failed");

    private enum Retry {
        SAFE,
        USELESS
    }

    private final HttpStatus status;
    private final Retry retry;
    private final String title;

    ProblemType(HttpStatus status, Retry retry, String title) {
        this.status = status;
        this.retry = retry;
        this.title = title;
    }

    public static Optional<ProblemType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The last part of its address: {@code missing-scope}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its address on this server, where it is explained. */
    public URI uri() {
        return URI.create("/problems/" + slug());
    }

    /** Whether the same request may succeed later, unless it was a change of unknown outcome. */
    public boolean isRetryable() {
        return retry == Retry.SAFE;
    }
}
