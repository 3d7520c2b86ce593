package io.leeloogateway.audit;

import io.leeloogateway.request.LeelooAttempt;
import io.leeloogateway.request.ReadPart;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the team that made a request may want to know of it, beside its entry. */
final class Story {

    static final String READS = "reads";
    static final String ATTEMPTS = "attempts";
    static final String LIMIT = "limit";
    static final String REASON = "reason";

    private Story() {}

    static Map<String, Object> of(RequestContext context, HttpServletResponse response) {
        var story = new LinkedHashMap<String, Object>();
        var reads = context.parts().stream().map(Story::read).toList();
        if (!reads.isEmpty()) {
            story.put(READS, reads);
        }
        attempts(context.notes().attempts(), story);
        context.notes().reason().filter(_ -> context.caller().isEmpty()).ifPresent(reason -> story.put(REASON, reason));
        var limit = response.getHeader("RateLimit");
        if (limit != null) {
            story.put(LIMIT, limit);
        }
        return story;
    }

    static void attempts(List<LeelooAttempt> attempts, Map<String, Object> story) {
        if (!attempts.isEmpty()) {
            story.put(ATTEMPTS, attempts.stream().map(Story::attempt).toList());
        }
    }

    private static Map<String, Object> read(ReadPart part) {
        return Map.of("ageSeconds", part.age().toSeconds(), "cacheStatus", part.status());
    }

    private static Map<String, Object> attempt(LeelooAttempt attempt) {
        return Map.of(
                "at", attempt.at().toString(),
                "durationMs", attempt.duration().toMillis(),
                "result", attempt.result());
    }
}
