package io.leeloogateway.problem.input;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.request.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Checks the headers that every route reads. */
final class HeaderValues {

    private HeaderValues() {}

    /** A new list, to which the caller may add. */
    static List<InvalidField> invalidIn(HttpServletRequest request) {
        var errors = new ArrayList<InvalidField>();
        checkDeadline(request, errors);
        checkCacheControl(request, errors);
        return errors;
    }

    private static void checkDeadline(HttpServletRequest request, List<InvalidField> errors) {
        var timeout = request.getHeader(Deadline.HEADER);
        if (timeout != null && Deadline.parse(timeout).isEmpty()) {
            errors.add(new InvalidField(
                    Deadline.HEADER, "range", "must be a number of seconds, more than 0, with at most three decimals"));
        }
    }

    /** Unknown directives are ignored, but bytes outside ASCII are no directive (RFC 9111, 5.2). */
    private static void checkCacheControl(HttpServletRequest request, List<InvalidField> errors) {
        var isReadable = Collections.list(request.getHeaders(HttpHeaders.CACHE_CONTROL)).stream()
                .allMatch(value -> value.matches("[\\t -~]*"));
        if (!isReadable) {
            errors.add(new InvalidField(HttpHeaders.CACHE_CONTROL, "format", "must have printable ASCII characters"));
        }
    }
}
