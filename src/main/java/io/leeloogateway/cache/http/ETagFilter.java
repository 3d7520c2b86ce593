package io.leeloogateway.cache.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Adds a strong ETag to each response that carries an Age, and answers 304 if the caller has the same response (RFC 9110, 13.1.2). */
@Component
class ETagFilter extends ShallowEtagHeaderFilter {

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        return response.containsHeader(HttpHeaders.AGE) && super.isEligibleForEtag(request, response, status, body);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || !request.getServletPath().startsWith("/api/");
    }
}
