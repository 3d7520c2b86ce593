package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.CacheResult;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a call, in the words of the diary. */
public final class AuditOutcome {

    public static final String OK = "ok";
    static final String REFUSED = "refused";
    static final String REJECTED = "rejected";
    public static final String FAILED = "failed";
    static final String UNKNOWN = "unknown";

    private AuditOutcome() {}

    public static AuditEvent.Result of(RequestContext context, int status, Duration duration) {
        var problem = context.audit().problem().orElse(null);
        return new AuditEvent.Result(
                outcome(status, problem, context.outcome().orElse(null)),
                status,
                problem,
                duration.toMillis(),
                answeredFrom(context),
                context.cacheResults().stream()
                        .map(CacheResult::age)
                        .max(Duration::compareTo)
                        .map(Duration::toSeconds)
                        .orElse(null),
                context.leelooCalls());
    }

    /** Refused is what the gateway did not let pass; rejected, what passed and cannot be. */
    static String outcome(int status, @Nullable String problem, @Nullable Outcome ofChange) {
        if (status < 400) {
            return OK;
        }
        if (status >= 500) {
            return ofChange == Outcome.UNKNOWN ? UNKNOWN : FAILED;
        }
        return switch (status) {
            case 404 -> ProblemType.NOT_FOUND.slug().equals(problem) ? REJECTED : REFUSED;
            case 409, 422 -> REJECTED;
            default -> REFUSED;
        };
    }

    public static String of(Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> OK;
            case REJECTED -> REJECTED;
            case NOT_SENT, NOT_APPLIED -> FAILED;
            case SENDING, UNKNOWN -> UNKNOWN;
        };
    }

    private static String answeredFrom(RequestContext context) {
        if (context.cacheResults().isEmpty()) {
            return context.leelooCalls() > 0 ? "leeloo" : "gateway";
        }
        return context.cacheResults().stream().allMatch(CacheResult::isCopy) ? "copy" : "leeloo";
    }
}
