package io.leeloogateway.cache.http;

import io.leeloogateway.cache.store.RenderedAnswer;
import io.leeloogateway.request.CacheResult;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;

/** Writes the headers of an answer with data of Leeloo, and tells whether its body follows. */
final class AnswerWriter {

    static final String CACHE_STATUS = "Cache-Status";

    private AnswerWriter() {}

    /** A strong entity tag of exactly these bytes (RFC 9110, 8.8.3). */
    static String etag(byte[] body) {
        return "\"0" + DigestUtils.md5DigestAsHex(body) + '"';
    }

    static void write(HttpServletRequest request, HttpServletResponse response, RenderedAnswer answer)
            throws IOException {
        var parts = RequestContext.current().cacheResults();
        if (writeHeaders(request, response, parts, answer.etag(), answer.body().length)) {
            response.getOutputStream().write(answer.body());
        }
    }

    /** The response is as old as its oldest part and fresh while all parts are fresh. The first part is the requested resource. */
    static boolean writeHeaders(
            HttpServletRequest request,
            HttpServletResponse response,
            List<CacheResult> parts,
            String etag,
            int length) {
        var age = parts.stream().map(CacheResult::age).max(Duration::compareTo).orElseThrow();
        var timeLeft =
                parts.stream().map(CacheResult::ttl).min(Duration::compareTo).orElseThrow();
        response.setHeader(HttpHeaders.AGE, Long.toString(age.toSeconds()));
        response.setHeader(CACHE_STATUS, parts.getFirst().status());
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                "private, max-age=" + Math.max(0, age.plus(timeLeft).toSeconds()));
        response.setHeader(HttpHeaders.ETAG, etag);
        if (isKnown(request, etag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(length);
        return true;
    }

    /** Whether the caller has the response already, by weak comparison (RFC 9110, 13.1.2). */
    private static boolean isKnown(HttpServletRequest request, String etag) {
        if (request.getHeader(HttpHeaders.IF_NONE_MATCH) == null) {
            return false;
        }
        return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .anyMatch(header -> header.strip().equals("*")
                        || HeaderElements.split(header).stream()
                                .map(element -> element.startsWith("W/") ? element.substring(2) : element)
                                .anyMatch(etag::equals));
    }
}
