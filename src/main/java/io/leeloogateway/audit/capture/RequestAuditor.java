package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.query.FieldChangeView;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UuidV7Generator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Records the audit event of a request, unless another component has already recorded it. */
@Component
public class RequestAuditor {

    private static final CompletableFuture<Boolean> DONE = CompletableFuture.completedFuture(true);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(2);

    private final UuidV7Generator ids;
    private final AuditWriter writer;
    private final RefusalAggregator refusals;

    RequestAuditor(UuidV7Generator ids, AuditWriter writer, RefusalAggregator refusals) {
        this.ids = ids;
        this.writer = writer;
        this.refusals = refusals;
    }

    /** Completes when the event is committed, or at once if the request is only counted. A change or an export has recorded a status already: only another status adds an event. */
    CompletableFuture<Boolean> record(
            HttpServletRequest request, HttpServletResponse response, int status, Duration duration) {
        var context = RequestContext.current();
        var audit = context.audit();
        if (audit.isRecorded() && audit.recordedStatus().equals(Optional.of(status))) {
            return DONE;
        }
        var result = result(context, status, duration);
        if (!refusals.shouldRecord(context, IpAddress.of(request), result)) {
            return DONE;
        }
        audit.setRecordedStatus(status);
        return writer.write(event(context, request, result, AuditDetails.of(context, response)));
    }

    /** Records the status again if the servlet container has replaced the response. */
    void recordReplacement(HttpServletRequest request, HttpServletResponse response, Duration duration) {
        var recorded = RequestContext.current().audit().recordedStatus();
        if (recorded.isPresent() && recorded.get() != response.getStatus()) {
            recordCorrection(request, response, response.getStatus(), duration);
        }
    }

    /** The end of the operation says what became of a change; the status of the response does not. */
    private static AuditEvent.Result result(RequestContext context, int status, Duration duration) {
        var result = AuditOutcome.of(context, status, duration);
        return context.audit().isRecorded() && context.operation().isPresent() ? result.withOutcome(null) : result;
    }

    /** Commits the event before a long response begins, so that no part of the response is sent without it. */
    public void recordNow(HttpServletRequest request, HttpServletResponse response, Duration duration) {
        var context = RequestContext.current();
        var result = AuditOutcome.of(context, HttpServletResponse.SC_OK, duration);
        try {
            var _ = writer.write(event(context, request, result, AuditDetails.of(context, response)))
                    .get(COMMIT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AuditUnavailable.causedBy(e);
        } catch (TimeoutException | ExecutionException e) {
            throw AuditUnavailable.causedBy(e);
        }
        context.audit().setRecordedStatus(HttpServletResponse.SC_OK);
        context.audit().markRecorded();
    }

    /** Adds another result to the entry of the request. */
    public void recordCorrection(
            HttpServletRequest request, HttpServletResponse response, int status, Duration duration) {
        var context = RequestContext.current();
        var result = result(context, status, duration);
        var _ = writer.write(event(context, request, result, AuditDetails.of(context, response)));
    }

    private AuditEvent event(
            RequestContext context, HttpServletRequest request, AuditEvent.Result result, Map<String, Object> details) {
        var id = ids.next();
        var fields = context.audit().bodyFields().stream()
                .map(FieldChangeView::named)
                .toList();
        return new AuditEvent(
                id,
                context.audit().entryId().orElse(id),
                AuditEvent.ENDED,
                actor(context),
                AuditTargets.of(context, request),
                result,
                1,
                fields.isEmpty() ? null : fields,
                details.isEmpty() ? null : details);
    }

    public static AuditEvent.Actor actor(RequestContext context) {
        return new AuditEvent.Actor(
                context.id(),
                context.caller().map(Caller::clientId).orElse(null),
                context.caller().map(Caller::keyId).orElse(null),
                context.audit().source().map(IpAddress::toString).orElse(null));
    }
}
