package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** Rejects a request before its route runs if the caller accepts none of the route's responses. */
final class ResponseFormats {

    private ResponseFormats() {}

    /** A success without a body needs no format. A generated client may accept only the problems that its document names. */
    static void check(HttpServletRequest request, RouteInput route) throws HttpMediaTypeNotAcceptableException {
        var formats = route.formats();
        if (request.getHeader(HttpHeaders.ACCEPT) == null || (formats.isEmpty() && route.isVoid())) {
            return;
        }
        var accepted = AcceptHeader.of(request);
        if (accepted.select(formats.isEmpty() ? List.of(MediaType.APPLICATION_JSON) : formats)
                        .isEmpty()
                && !accepted.acceptsProblemsInsteadOfJson()) {
            throw new HttpMediaTypeNotAcceptableException("no format of the route is acceptable");
        }
    }
}
