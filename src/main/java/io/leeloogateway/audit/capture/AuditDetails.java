package io.leeloogateway.audit.capture;

import io.leeloogateway.request.CacheResult;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UpstreamCall;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the team that made a request may want to know of it, beside its entry. */
public final class AuditDetails {

    public static final String READS = "reads";
    public static final String ATTEMPTS = "attempts";
    public static final String LIMIT = "limit";
    static final String REASON = "reason";

    private AuditDetails() {}

    static Map<String, Object> of(RequestContext context, HttpServletResponse response) {
        var story = new LinkedHashMap<String, Object>();
        var reads = context.cacheResults().stream().map(AuditDetails::read).toList();
        if (!reads.isEmpty()) {
            story.put(READS, reads);
        }
        attempts(context.audit().upstreamCalls(), story);
        context.audit()
                .denialReason()
                .filter(_ -> context.caller().isEmpty())
                .ifPresent(reason -> story.put(REASON, reason));
        var limit = response.getHeader("RateLimit");
        if (limit != null) {
            story.put(LIMIT, limit);
        }
        return story;
    }

    public static void attempts(List<UpstreamCall> attempts, Map<String, Object> story) {
        if (!attempts.isEmpty()) {
            story.put(ATTEMPTS, attempts.stream().map(AuditDetails::attempt).toList());
        }
    }

    private static Map<String, Object> read(CacheResult part) {
        return Map.of("ageSeconds", part.age().toSeconds(), "cacheStatus", part.status());
    }

    private static Map<String, Object> attempt(UpstreamCall attempt) {
        return Map.of(
                "at", attempt.at().toString(),
                "durationMs", attempt.duration().toMillis(),
                "result", attempt.result());
    }
}
