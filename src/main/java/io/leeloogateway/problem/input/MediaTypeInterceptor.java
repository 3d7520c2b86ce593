package io.leeloogateway.problem.input;

import io.leeloogateway.problem.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** Checks the format of body and response before the route runs, because a change must not be sent for a response that cannot be returned. */
final class MediaTypeInterceptor {

    private MediaTypeInterceptor() {}

    static void check(HttpServletRequest request, RouteInput route)
            throws HttpMediaTypeNotSupportedException, HttpMediaTypeNotAcceptableException, IOException {
        ResponseFormats.check(request, route);
        if (route.takesBody()) {
            checkFormat(request);
        } else if (RequestBodies.isPresent(request)) {
            throw InvalidRequest.of(FieldPath.BODY, "unknown", "must be empty, this route takes no body");
        }
    }

    /** The labels of an absent body have no meaning; {@link RequestBodyFilter} hides them. */
    private static void checkFormat(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        if (!isJson(request.getContentType())) {
            throw new HttpMediaTypeNotSupportedException(
                    null, List.of(MediaType.APPLICATION_JSON), HttpMethod.valueOf(request.getMethod()));
        }
        UnsupportedContentCoding.check(request);
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
}
