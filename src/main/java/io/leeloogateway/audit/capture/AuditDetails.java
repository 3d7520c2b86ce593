package io.leeloogateway.audit.capture;

import io.leeloogateway.request.CacheResult;
import io.leeloogateway.request.Dialect;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UpstreamCall;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects details of a request for the team that sent it: cache reads, calls to Leeloo, the rate limit. */
public final class AuditDetails {

    public static final String READS = "reads";
    public static final String ATTEMPTS = "attempts";
    public static final String LIMIT = "limit";
    static final String REASON = "reason";
    public static final String DIALECT = "dialect";

    /** Of reads and of calls. A trace reads the details of a hundred requests. */
    static final int MAX_LISTED = 100;

    private AuditDetails() {}

    static Map<String, Object> of(RequestContext context, HttpServletResponse response) {
        var details = new LinkedHashMap<String, Object>();
        addDialect(context, details);
        var reads = context.cacheResults().stream()
                .limit(MAX_LISTED)
                .map(AuditDetails::read)
                .toList();
        if (!reads.isEmpty()) {
            details.put(READS, reads);
        }
        addUpstreamCalls(context.audit().upstreamCalls(), details);
        context.audit()
                .denialReason()
                .filter(_ -> context.caller().isEmpty())
                .ifPresent(reason -> details.put(REASON, reason));
        var limit = response.getHeader("RateLimit");
        if (limit != null) {
            details.put(LIMIT, limit);
        }
        return details;
    }

    /** The details that are known before a change is sent; null if there are none. */
    public static @Nullable Map<String, Object> ofBegin(RequestContext context) {
        var details = new LinkedHashMap<String, Object>();
        addDialect(context, details);
        return details.isEmpty() ? null : details;
    }

    private static void addDialect(RequestContext context, Map<String, Object> details) {
        context.route()
                .map(MatchedRoute::dialect)
                .filter(dialect -> dialect != Dialect.GATEWAY)
                .ifPresent(dialect -> details.put(DIALECT, dialect.value()));
    }

    public static void addUpstreamCalls(List<UpstreamCall> calls, Map<String, Object> details) {
        if (!calls.isEmpty()) {
            details.put(
                    ATTEMPTS,
                    calls.stream()
                            .limit(MAX_LISTED)
                            .map(AuditDetails::upstreamCall)
                            .toList());
        }
    }

    private static Map<String, Object> read(CacheResult result) {
        return Map.of("ageSeconds", result.age().toSeconds(), "cacheStatus", result.status());
    }

    private static Map<String, Object> upstreamCall(UpstreamCall upstreamCall) {
        return Map.of(
                "at", upstreamCall.at().toString(),
                "durationMs", upstreamCall.duration().toMillis(),
                "result", upstreamCall.result());
    }
}
