package io.leeloogateway.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** All problem types; {@code problems.properties} explains each of them. */
public enum ProblemType {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, Retry.NEVER, "The request is not valid"),
    PRECONDITION_UNSUPPORTED(HttpStatus.BAD_REQUEST, Retry.NEVER, "A change cannot have a precondition"),
    IDEMPOTENCY_KEY_UNSUPPORTED(HttpStatus.BAD_REQUEST, Retry.NEVER, "The route does not support an Idempotency-Key"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, Retry.NEVER, "No valid key"),
    MISSING_SCOPE(HttpStatus.FORBIDDEN, Retry.NEVER, "The key lacks a scope"),
    ORIGIN_NOT_ALLOWED(HttpStatus.FORBIDDEN, Retry.NEVER, "The origin is not allowed"),
    ROUTE_NOT_FOUND(HttpStatus.NOT_FOUND, Retry.NEVER, "No such route"),
    NOT_FOUND(HttpStatus.NOT_FOUND, Retry.NEVER, "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, Retry.NEVER, "The route does not support this method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, Retry.NEVER, "No response in an accepted format"),
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, Retry.SAFE, "The request did not arrive in time"),
    CONFLICT(HttpStatus.CONFLICT, Retry.NEVER, "The request conflicts with the current state"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, Retry.NEVER, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Retry.NEVER, "The body is not JSON"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, Retry.SAFE, "The client's rate limit is reached"),
    TOO_MANY_BODIES(HttpStatus.TOO_MANY_REQUESTS, Retry.SAFE, "The client's bodies are too large together"),
    OPERATION_IN_PROGRESS(HttpStatus.CONFLICT, Retry.SAFE, "The change is still in progress"),
    OPERATION_UNKNOWN(HttpStatus.CONFLICT, Retry.NEVER, "The outcome of the change is not known yet"),
    RESPONSE_UNAVAILABLE(HttpStatus.CONFLICT, Retry.NEVER, "The change was applied, its response is not available"),
    RANGE_NOT_SATISFIABLE(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, Retry.NEVER, "The range is outside the resource"),
    EXPECTATION_FAILED(HttpStatus.EXPECTATION_FAILED, Retry.NEVER, "The expectation is not supported"),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, Retry.NEVER, "The Idempotency-Key belongs to another request"),
    LEELOO_REJECTED(HttpStatus.UNPROCESSABLE_CONTENT, Retry.NEVER, "Leeloo rejected the request"),
    LEELOO_UNREADABLE(HttpStatus.BAD_GATEWAY, Retry.SAFE, "Leeloo's response cannot be read"),
    LEELOO_CREDENTIALS(HttpStatus.SERVICE_UNAVAILABLE, Retry.NEVER, "Leeloo rejected the gateway's token"),
    LEELOO_THROTTLED(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "Leeloo's rate limit is reached"),
    LEELOO_QUOTA_EXHAUSTED(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "The calls to Leeloo are used up"),
    LEELOO_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "Leeloo cannot be reached"),
    DEADLINE_EXCEEDED(HttpStatus.GATEWAY_TIMEOUT, Retry.SAFE, "No response within the deadline"),
    NOT_CACHED(HttpStatus.GATEWAY_TIMEOUT, Retry.SAFE, "No cache entry is fresh enough"),
    ISSUER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "The issuer of the token cannot be reached"),
    ERASURE_INCOMPLETE(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "The person is not erased completely yet"),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "The gateway is overloaded"),
    CHANGES_DISABLED(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "Changes are disabled"),
    GATEWAY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "The gateway does not respond"),
    DATABASE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, Retry.SAFE, "The gateway's database cannot be reached"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, Retry.NEVER, "The gateway failed"),
    NOT_IMPLEMENTED(HttpStatus.NOT_IMPLEMENTED, Retry.NEVER, "The transfer coding is not supported"),
    HTTP_VERSION_NOT_SUPPORTED(
            HttpStatus.HTTP_VERSION_NOT_SUPPORTED, Retry.NEVER, "The version of HTTP is not supported");

    private enum Retry {
        SAFE,
        NEVER
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

    /** The last segment of the URI: {@code missing-scope}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address of the explanation, relative to the gateway. */
    public URI uri() {
        return URI.create("/problems/" + slug());
    }

    /** Whether the same request may succeed later. A change with an unknown outcome is never retryable. */
    public boolean isRetryable() {
        return retry == Retry.SAFE;
    }
}
