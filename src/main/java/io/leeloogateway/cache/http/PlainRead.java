package io.leeloogateway.cache.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Recognises the requests whose answer depends on nothing but path, query and caller. */
final class PlainRead {

    /** Headers that no answer depends on, apart from {@code If-None-Match}, which {@link AnswerWriter} reads. A route checks all others. */
    private static final Set<String> NEUTRAL = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        NEUTRAL.addAll(Set.of(
                HttpHeaders.HOST,
                HttpHeaders.CONNECTION,
                HttpHeaders.USER_AGENT,
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.ACCEPT_ENCODING,
                HttpHeaders.IF_NONE_MATCH,
                HttpHeaders.ACCEPT_LANGUAGE,
                "Sec-Fetch-Mode",
                "X-Request-Id",
                "X-Real-IP",
                "X-Forwarded-For",
                "X-Forwarded-Proto",
                "traceparent",
                "tracestate"));
    }

    private PlainRead() {}

    static boolean is(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return false;
        }
        for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            var isPlain = name.equalsIgnoreCase(HttpHeaders.ACCEPT) ? acceptsJson(request) : NEUTRAL.contains(name);
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }

    private static boolean acceptsJson(HttpServletRequest request) {
        var values = request.getHeaders(HttpHeaders.ACCEPT);
        var accepted = values.nextElement();
        return (accepted.equals(MediaType.ALL_VALUE) || accepted.equals(MediaType.APPLICATION_JSON_VALUE))
                && !values.hasMoreElements();
    }
}
