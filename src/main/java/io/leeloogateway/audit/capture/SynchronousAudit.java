package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.AuditProperties;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.SafeMethods;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds a response back until its audit event is committed, if configured. If the commit fails, only reads are rejected: a change cannot be undone. */
@Component
class SynchronousAudit {

    private static final Logger log = LoggerFactory.getLogger(SynchronousAudit.class);

    /** The wait for a commit when the deadline is over: a late response is not rejected for that alone. */
    private static final Duration MIN_WAIT = Duration.ofMillis(500);

    private final AuditProperties properties;
    private final ProblemWriter problemWriter;

    SynchronousAudit(AuditProperties properties, ProblemWriter problemWriter) {
        this.properties = properties;
        this.problemWriter = problemWriter;
    }

    boolean isEnabled() {
        return properties.reads() == AuditProperties.Reads.AWAIT;
    }

    void serve(AuditedRequest audited, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var buffered = new BufferedResponse(response);
        var isServed = false;
        try {
            chain.doFilter(audited.request(), buffered);
            isServed = true;
        } finally {
            await(audited, buffered, isServed);
        }
        buffered.copyBodyToResponse();
    }

    /** A failed request has no response that could be held back. */
    private void await(AuditedRequest audited, BufferedResponse buffered, boolean isServed)
            throws ServletException, IOException {
        try {
            await(audited.record(buffered, isServed));
        } catch (AuditUnavailable e) {
            var isRejected = isServed && SafeMethods.include(audited.request());
            if (isRejected) {
                problemWriter.replace(audited.request(), buffered, e);
                audited.recordCorrection(buffered);
            }
            log.warn(
                    "request {} is {}, its audit event is not committed",
                    RequestContext.current().id(),
                    isRejected ? "rejected" : "answered nevertheless");
        }
    }

    private static void await(CompletableFuture<Boolean> committed) {
        var remaining = RequestContext.current().deadline().remaining();
        var wait = remaining.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : remaining;
        try {
            committed.get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AuditUnavailable.causedBy(e);
        } catch (TimeoutException | ExecutionException e) {
            throw AuditUnavailable.causedBy(e);
        }
    }
}
