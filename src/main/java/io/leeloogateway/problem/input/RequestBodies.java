package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** Tells whether a request has a body. */
final class RequestBodies {

    private RequestBodies() {}

    /** A request has a body if it has a length or a transfer coding (RFC 9112, 6); a chunked body can be empty. */
    static boolean isDeclared(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Reads the first byte, so that nothing can read the body afterwards. */
    static boolean isPresent(HttpServletRequest request) throws IOException {
        return request.getContentLengthLong() > 0
                || (isDeclared(request) && request.getInputStream().read() >= 0);
    }
}
