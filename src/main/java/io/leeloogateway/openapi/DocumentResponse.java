package io.leeloogateway.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers a request for a document, compressed if the caller accepts it. */
final class DocumentResponse {

    private static final Pattern REFUSED = Pattern.compile(";q=0(\\.0*)?$");

    private DocumentResponse() {}

    /** Returns null if the caller already has the document (RFC 9110, 13.1.2). */
    static byte @Nullable [] of(RenderedDocument document) {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var response = Objects.requireNonNull(attributes.getResponse());
        var isCompressed = acceptsGzip(attributes.getRequest());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (new ServletWebRequest(attributes.getRequest(), response).checkNotModified(document.etag(isCompressed))) {
            return null;
        }
        if (isCompressed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return document.content(isCompressed);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        var accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT_ENCODING), "");
        return Stream.of(accepted.toLowerCase(Locale.ROOT).split(",", -1))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding ->
                        coding.startsWith("gzip") && !REFUSED.matcher(coding).find());
    }
}
