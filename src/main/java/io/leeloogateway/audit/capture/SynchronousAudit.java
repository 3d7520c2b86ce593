package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.AuditProperties;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds answers back until their entry is committed, where the settings want that. What was done is not denied: only reads are refused. */
@Component
class SynchronousAudit {

    private static final Logger log = LoggerFactory.getLogger(SynchronousAudit.class);

    /** An answer that comes late is not refused for that alone. */
    private static final Duration SHORTEST = Duration.ofMillis(500);

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final AuditProperties properties;
    private final ProblemWriter refusals;

    SynchronousAudit(AuditProperties properties, ProblemWriter refusals) {
        this.properties = properties;
        this.refusals = refusals;
    }

    boolean isOn() {
        return properties.reads() == AuditProperties.Reads.AWAIT;
    }

    void serve(AuditedRequest serving, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new BufferedResponse(response);
        var isServed = false;
        try {
            chain.doFilter(serving.request(), held);
            isServed = true;
        } finally {
            await(serving, held, isServed);
        }
        held.copyBodyToResponse();
    }

    /** What crashed tells nothing that could be held back. */
    private void await(AuditedRequest serving, BufferedResponse held, boolean isServed)
            throws ServletException, IOException {
        try {
            await(serving.enter(held, isServed));
        } catch (AuditUnavailable e) {
            var isRefused = isServed && READS.contains(serving.request().getMethod());
            if (isRefused) {
                refusals.answerInstead(serving.request(), held, e);
                serving.correct(held);
            }
            log.warn(
                    "request {} is {}, its entry does not come",
                    RequestContext.current().id(),
                    isRefused ? "refused" : "answered all the same");
        }
    }

    private static void await(CompletableFuture<Boolean> committed) {
        var remaining = RequestContext.current().deadline().remaining();
        var wait = remaining.compareTo(SHORTEST) < 0 ? SHORTEST : remaining;
        try {
            committed.get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AuditUnavailable.because(e);
        } catch (TimeoutException | ExecutionException e) {
            throw AuditUnavailable.because(e);
        }
    }
}
