package io.leeloogateway.problem;

import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Builds error responses from exceptions and problem types. */
final class ProblemResponses {

    private ProblemResponses() {}

    static ResponseEntity<Object> response(ProblemException e) {
        var headers = new HttpHeaders();
        e.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, wholeSeconds(wait)));
        return response(e.type(), e.detail(), e.errors(), headers);
    }

    static ResponseEntity<Object> response(ProblemType type, String detail) {
        return response(type, detail, List.of(), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Object> response(
            ProblemType type, String detail, List<InvalidField> errors, HttpHeaders headers) {
        RequestContext.find().ifPresent(context -> context.audit().setProblem(type.slug()));
        return ResponseEntity.status(type.status())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(type, detail, errors));
    }

    /** {@code Retry-After} takes whole seconds: rounded up, so that the wait is never too short. */
    private static String wholeSeconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
