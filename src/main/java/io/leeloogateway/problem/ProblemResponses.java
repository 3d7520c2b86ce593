package io.leeloogateway.problem;

import io.leeloogateway.request.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerMapping;

/** Turns failures into answers. */
final class ProblemResponses {

    private ProblemResponses() {}

    static ResponseEntity<Object> answer(ProblemException e, HttpServletRequest request) {
        var headers = new HttpHeaders();
        e.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, wholeSeconds(wait)));
        return answer(e.type(), e.detail(), e.errors(), headers, request);
    }

    static ResponseEntity<Object> answer(ProblemType type, String detail, HttpServletRequest request) {
        return answer(type, detail, List.of(), HttpHeaders.EMPTY, request);
    }

    private static ResponseEntity<Object> answer(
            ProblemType type,
            String detail,
            List<InvalidField> errors,
            HttpHeaders headers,
            HttpServletRequest request) {
        RequestContext.find().ifPresent(context -> context.audit().setProblem(type.slug()));
        return ResponseEntity.status(type.status())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(type, detail, template(request), errors));
    }

    /** The path template of the route, never the path: paths and queries may carry personal data. */
    private static @Nullable String template(HttpServletRequest request) {
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return pattern.startsWith("/api/") && !pattern.contains("*") ? pattern : null;
    }

    /** {@code Retry-After} knows whole seconds only: rounded up, so that the wait is never too short. */
    private static String wholeSeconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
