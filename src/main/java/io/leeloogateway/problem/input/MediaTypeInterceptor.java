package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Checks Content-Type and Accept before the route runs, because a change must not be sent for a response that cannot be returned. */
final class MediaTypeInterceptor {

    private MediaTypeInterceptor() {}

    static void check(HttpServletRequest request, HandlerMethod method)
            throws HttpMediaTypeNotSupportedException, HttpMediaTypeNotAcceptableException {
        if (AcceptHeader.of(request).select(formats(method)).isEmpty()) {
            throw new HttpMediaTypeNotAcceptableException("no format of the route is acceptable");
        }
        if (isForm(request.getContentType()) || (takesBody(method) && !isJson(request.getContentType()))) {
            throw new HttpMediaTypeNotSupportedException("the body is JSON");
        }
    }

    /** A route with other formats than JSON declares them in its mapping. */
    private static List<MediaType> formats(HandlerMethod method) {
        var merged = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return merged == null || merged.produces().length == 0
                ? List.of(MediaType.APPLICATION_JSON)
                : MediaType.parseMediaTypes(List.of(merged.produces()));
    }

    private static boolean takesBody(HandlerMethod method) {
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return true;
            }
        }
        return false;
    }

    /** JSON is UTF-8 (RFC 8259, 8.1); the body checks read UTF-8 only. */
    private static boolean isJson(@Nullable String header) {
        if (header == null) {
            return true;
        }
        try {
            var type = MediaType.parseMediaType(header);
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** The container merges the fields of a form into the query parameters. */
    private static boolean isForm(@Nullable String header) {
        return header != null
                && header.strip().toLowerCase(Locale.ROOT).matches("(application/x-www-form|multipart/).*");
    }
}
