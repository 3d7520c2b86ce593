package io.leeloogateway.audit.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A request in progress that holds a permit for its audit event.
 *
 * @param startNanos the arrival of the request on the monotonic clock
 */
public record AuditedRequest(
        HttpServletRequest request, long startNanos, RequestAuditor auditor, AuditBackpressure backpressure) {

    private static final int CRASHED = 500;
    private static final String START = AuditedRequest.class.getName() + ".startNanos";

    public AuditedRequest {
        request.setAttribute(START, startNanos);
    }

    /** The time since the request arrived. */
    public static Duration elapsed(HttpServletRequest request) {
        return Duration.ofNanos(System.nanoTime() - (Long) Objects.requireNonNull(request.getAttribute(START)));
    }

    /** Records the request and releases the permit with the commit; the future completes then. */
    CompletableFuture<Boolean> record(HttpServletResponse response, boolean isServed) {
        var status = isServed || response.isCommitted() ? response.getStatus() : CRASHED;
        CompletableFuture<Boolean> committed;
        try {
            committed = auditor.record(request, response, status, elapsed(request));
        } catch (RuntimeException | Error e) {
            backpressure.release();
            throw e;
        }
        var _ = committed.whenComplete((_, _) -> backpressure.release());
        return committed;
    }

    /** Adds another result to the entry of the request. */
    void recordCorrection(HttpServletResponse response) {
        auditor.recordCorrection(request, response, response.getStatus(), elapsed(request));
    }
}
