package io.leeloogateway.problem.input;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.SafeMethods;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** A change with a precondition: Leeloo cannot check it together with the change, and an ignored precondition overwrites what it should protect. */
final class PreconditionUnsupported extends ProblemException {

    private static final long serialVersionUID = 1;

    /** RFC 9110, section 13.1. */
    private static final List<String> HEADERS = List.of(
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_UNMODIFIED_SINCE,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_RANGE);

    private PreconditionUnsupported(String header) {
        super(ProblemType.PRECONDITION_UNSUPPORTED, header + " is not supported with a change; nothing was done", null);
    }

    /** Rejects the header whatever its value is, also {@code *} and an empty one. */
    static void check(HttpServletRequest request) {
        if (SafeMethods.include(request)) {
            return;
        }
        for (var header : HEADERS) {
            if (request.getHeader(header) != null) {
                throw new PreconditionUnsupported(header);
            }
        }
    }
}
