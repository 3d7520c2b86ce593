package io.leeloogateway.audit.capture;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Writes problem responses from a filter in the same form as routes do, with the security headers. */
@Component
class ProblemWriter {

    /** Headers that describe the replaced response. */
    private static final Set<String> REPRESENTATION_HEADERS = headers(
            HttpHeaders.AGE,
            HttpHeaders.ALLOW,
            HttpHeaders.CACHE_CONTROL,
            "Cache-Status",
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            HttpHeaders.EXPIRES,
            HttpHeaders.LINK,
            HttpHeaders.LOCATION,
            HttpHeaders.PRAGMA,
            HttpHeaders.RETRY_AFTER);

    private final HandlerExceptionResolver resolver;
    private final HeaderWriter headers;

    ProblemWriter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver, HeaderWriter headers) {
        this.resolver = resolver;
        this.headers = headers;
    }

    void write(HttpServletRequest request, HttpServletResponse response, AuditUnavailable problem)
            throws ServletException, IOException {
        new HeaderWriterFilter(List.of(headers))
                .doFilter(
                        request,
                        response,
                        (_, wrapped) ->
                                resolver.resolveException(request, (HttpServletResponse) wrapped, null, problem));
    }

    /** Replaces a response that is not committed yet. */
    void replace(HttpServletRequest request, HttpServletResponse response, AuditUnavailable problem)
            throws ServletException, IOException {
        var remaining = new HttpHeaders();
        response.getHeaderNames().stream()
                .filter(name -> !REPRESENTATION_HEADERS.contains(name))
                .forEach(name -> response.getHeaders(name).forEach(value -> remaining.add(name, value)));
        response.reset();
        remaining.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        write(request, response, problem);
    }

    private static Set<String> headers(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
