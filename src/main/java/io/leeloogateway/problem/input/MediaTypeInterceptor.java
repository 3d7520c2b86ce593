package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** JSON in, JSON out, judged before anything is done: an answer that cannot be given must not follow a change that was made. */
final class MediaTypeInterceptor {

    private MediaTypeInterceptor() {}

    static void check(HttpServletRequest request, HandlerMethod method)
            throws HttpMediaTypeNotSupportedException, HttpMediaTypeNotAcceptableException {
        if (!accepts(request.getHeaders(HttpHeaders.ACCEPT), method)) {
            throw new HttpMediaTypeNotAcceptableException("the answer is JSON");
        }
        if (isForm(request.getContentType()) || (takesBody(method) && !isJson(request.getContentType()))) {
            throw new HttpMediaTypeNotSupportedException("the body is JSON");
        }
    }

    /** A route that answers in other formats says so in its mapping, and Spring chooses among them. */
    private static boolean accepts(Enumeration<String> headers, HandlerMethod method) {
        var wanted = String.join(",", Collections.list(headers));
        if (wanted.isBlank() || answersOtherwise(method)) {
            return true;
        }
        try {
            return MediaType.parseMediaTypes(wanted).stream()
                    .anyMatch(type -> type.getQualityValue() > 0 && type.includes(MediaType.APPLICATION_JSON));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean answersOtherwise(HandlerMethod method) {
        var merged = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return merged != null && merged.produces().length > 0;
    }

    private static boolean takesBody(HandlerMethod method) {
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return true;
            }
        }
        return false;
    }

    /** JSON is UTF-8 (RFC 8259, 8.1); what is read in another charset nobody looked through. */
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

    /** A form would come in as query parameters. */
    private static boolean isForm(@Nullable String header) {
        return header != null
                && header.strip().toLowerCase(Locale.ROOT).matches("(application/x-www-form|multipart/).*");
    }
}
