package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Rejects a request before its route runs if the caller accepts none of the route's responses. */
final class ResponseFormats {

    private ResponseFormats() {}

    /** A success without a body needs no format. A generated client may accept only the problems that its document names. */
    static void check(HttpServletRequest request, HandlerMethod method) throws HttpMediaTypeNotAcceptableException {
        var formats = declared(method);
        if (formats.isEmpty() && method.isVoid()) {
            return;
        }
        var accepted = AcceptHeader.of(request);
        if (accepted.select(formats.isEmpty() ? List.of(MediaType.APPLICATION_JSON) : formats)
                        .isEmpty()
                && !accepted.acceptsProblemsInsteadOfJson()) {
            throw new HttpMediaTypeNotAcceptableException("no format of the route is acceptable");
        }
    }

    /** A route with other formats than JSON declares them in its mapping. */
    private static List<MediaType> declared(HandlerMethod method) {
        var merged = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return merged == null ? List.of() : MediaType.parseMediaTypes(List.of(merged.produces()));
    }
}
