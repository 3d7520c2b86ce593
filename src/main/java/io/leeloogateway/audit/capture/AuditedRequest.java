package io.leeloogateway.audit.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A request that is being served, which has a place in the diary.
 *
 * @param begun when it came, on the monotonic clock
 */
public record AuditedRequest(
        HttpServletRequest request, long begun, RequestAuditor registrar, AuditBackpressure places) {

    private static final int CRASHED = 500;
    private static final String BEGUN = AuditedRequest.class.getName() + ".begun";

    public AuditedRequest {
        request.setAttribute(BEGUN, begun);
    }

    /** Since that request came. */
    public static Duration took(HttpServletRequest request) {
        return Duration.ofNanos(System.nanoTime() - (Long) Objects.requireNonNull(request.getAttribute(BEGUN)));
    }

    /** Writes its entry, and gives the place back once that is committed; done then, too. */
    CompletableFuture<Boolean> enter(HttpServletResponse answer, boolean isServed) {
        var status = isServed ? answer.getStatus() : CRASHED;
        CompletableFuture<Boolean> committed;
        try {
            committed = registrar.enter(request, answer, status, took(request));
        } catch (RuntimeException | Error e) {
            places.giveBack();
            throw e;
        }
        var _ = committed.whenComplete((_, _) -> places.giveBack());
        return committed;
    }

    /** Adds to its entry that something else became of it. */
    void correct(HttpServletResponse answer) {
        registrar.correct(request, answer, answer.getStatus(), took(request));
    }
}
