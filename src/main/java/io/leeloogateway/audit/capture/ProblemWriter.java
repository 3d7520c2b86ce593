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

/** Refuses as the routes do, around which the diary stands: with a problem, and the headers of every answer. */
@Component
class ProblemWriter {

    /** What headers tell of an answer that is not given. */
    private static final Set<String> OF_THE_ANSWER = headers(
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

    void answer(HttpServletRequest request, HttpServletResponse response, AuditUnavailable why)
            throws ServletException, IOException {
        new HeaderWriterFilter(List.of(headers))
                .doFilter(
                        request,
                        response,
                        (_, answer) -> resolver.resolveException(request, (HttpServletResponse) answer, null, why));
    }

    /** In place of an answer that was made already. */
    void answerInstead(HttpServletRequest request, HttpServletResponse response, AuditUnavailable why)
            throws ServletException, IOException {
        var kept = new HttpHeaders();
        response.getHeaderNames().stream()
                .filter(name -> !OF_THE_ANSWER.contains(name))
                .forEach(name -> response.getHeaders(name).forEach(value -> kept.add(name, value)));
        response.reset();
        kept.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        answer(request, response, why);
    }

    private static Set<String> headers(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
