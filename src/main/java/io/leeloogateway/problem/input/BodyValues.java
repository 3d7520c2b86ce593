package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Reserves memory for the values of a body, which can need ten times its bytes. */
public final class BodyValues {

    private BodyValues() {}

    /** To be called before a body is parsed into a tree. Throws a problem if the memory for bodies does not suffice. */
    public static void reserve(HttpServletRequest request, int number) {
        var limited = WebUtils.getNativeRequest(request, LimitedRequest.class);
        if (limited != null) {
            limited.reserveValues(number);
        }
    }
}
