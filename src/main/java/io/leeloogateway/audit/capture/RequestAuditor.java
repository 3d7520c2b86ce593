package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.query.FieldChangeView;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UuidV7Generator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Makes the entry of a call that was served, unless somebody wrote it who knew more. */
@Component
public class RequestAuditor {

    private static final CompletableFuture<Boolean> DONE = CompletableFuture.completedFuture(true);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final UuidV7Generator ids;
    private final AuditWriter diary;
    private final UnauthenticatedAggregator knocks;

    RequestAuditor(UuidV7Generator ids, AuditWriter diary, UnauthenticatedAggregator knocks) {
        this.ids = ids;
        this.diary = diary;
        this.knocks = knocks;
    }

    /** Done when the entry is committed. */
    CompletableFuture<Boolean> enter(
            HttpServletRequest request, HttpServletResponse response, int status, Duration duration) {
        var context = RequestContext.current();
        if (context.audit().isRecorded()) {
            return DONE;
        }
        var result = AuditOutcome.of(context, status, duration);
        if (isStranger(context, status) && !knocks.isToBeTold(request.getRemoteAddr(), context.id())) {
            return DONE;
        }
        return diary.write(event(context, request, result, AuditDetails.of(context, response)));
    }

    /** Whose key cannot be looked up now is none. */
    private static boolean isStranger(RequestContext context, int status) {
        return context.caller().isEmpty() && status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    /** Commits the entry of an answer that is about to begin and takes long; nothing of it leaves before. */
    public void enterNow(HttpServletRequest request, HttpServletResponse response, Duration duration) {
        var context = RequestContext.current();
        var result = AuditOutcome.of(context, HttpServletResponse.SC_OK, duration);
        try {
            var _ = diary.write(event(context, request, result, AuditDetails.of(context, response)))
                    .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AuditUnavailable.because(e);
        } catch (TimeoutException | ExecutionException e) {
            throw AuditUnavailable.because(e);
        }
        context.audit().markRecorded();
    }

    /** Adds to an entry that something else became of its request. */
    public void correct(HttpServletRequest request, HttpServletResponse response, int status, Duration duration) {
        var context = RequestContext.current();
        var result = AuditOutcome.of(context, status, duration);
        var _ = diary.write(event(context, request, result, AuditDetails.of(context, response)));
    }

    private AuditEvent event(
            RequestContext context, HttpServletRequest request, AuditEvent.Result result, Map<String, Object> story) {
        var id = ids.next();
        var fields = context.audit().bodyFields().stream()
                .map(FieldChangeView::named)
                .toList();
        return new AuditEvent(
                id,
                context.audit().entryId().orElse(id),
                AuditEvent.ENDED,
                who(context, request),
                AuditTargets.of(context, request),
                result,
                1,
                fields.isEmpty() ? null : fields,
                story.isEmpty() ? null : story);
    }

    public static AuditEvent.Who who(RequestContext context, HttpServletRequest request) {
        return new AuditEvent.Who(
                context.id(),
                context.caller().map(Caller::clientId).orElse(null),
                context.caller().map(Caller::keyId).orElse(null),
                request.getRemoteAddr());
    }
}
