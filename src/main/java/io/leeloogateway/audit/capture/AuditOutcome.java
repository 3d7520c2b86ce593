package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.CacheResult;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Determines the outcome of a request and the source of its response. */
public final class AuditOutcome {

    public static final String SUCCESS = "success";
    static final String DENIED = "denied";
    static final String REJECTED = "rejected";
    public static final String FAILED = "failed";
    static final String UNKNOWN = "unknown";

    public static final String CACHE = "cache";
    public static final String LEELOO = "leeloo";
    public static final String GATEWAY = "gateway";

    private AuditOutcome() {}

    public static AuditEvent.Result of(RequestContext context, int status, Duration duration) {
        var problem = context.audit().problem().orElse(null);
        return new AuditEvent.Result(
                outcome(status, problem, context.outcome().orElse(null)),
                status,
                problem,
                duration.toMillis(),
                servedFrom(context),
                context.cacheResults().stream()
                        .map(CacheResult::age)
                        .max(Duration::compareTo)
                        .map(Duration::toSeconds)
                        .orElse(null),
                context.leelooCalls());
    }

    /** Denied: the gateway did not accept the request. Rejected: it accepted the request, but Leeloo or the state of the data did not. */
    static String outcome(int status, @Nullable String problem, @Nullable Outcome changeOutcome) {
        if (status < 400) {
            return SUCCESS;
        }
        if (status >= 500) {
            return changeOutcome == Outcome.UNKNOWN ? UNKNOWN : FAILED;
        }
        return switch (status) {
            case 404 -> ProblemType.NOT_FOUND.slug().equals(problem) ? REJECTED : DENIED;
            case 409, 422 -> REJECTED;
            default -> DENIED;
        };
    }

    public static String of(Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> SUCCESS;
            case REJECTED -> REJECTED;
            case NOT_SENT, NOT_APPLIED -> FAILED;
            case SENDING, UNKNOWN -> UNKNOWN;
        };
    }

    private static String servedFrom(RequestContext context) {
        if (context.cacheResults().isEmpty()) {
            return context.leelooCalls() > 0 ? LEELOO : GATEWAY;
        }
        return context.cacheResults().stream().allMatch(CacheResult::isFromCache) ? CACHE : LEELOO;
    }
}
