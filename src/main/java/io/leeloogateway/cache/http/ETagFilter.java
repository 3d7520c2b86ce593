package io.leeloogateway.cache.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Adds a strong ETag to each response that carries an Age, and answers 304 if the caller has the same response (RFC 9110, 13.1.2). */
@Component
class ETagFilter extends ShallowEtagHeaderFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        super.doFilterInternal(new ConditionalRequest(request), response, chain);
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        if (!response.containsHeader(HttpHeaders.AGE) || response.isCommitted() || status / 100 != 2) {
            return false;
        }
        try {
            var tag = generateETagHeaderValue(body, false);
            response.setHeader(HttpHeaders.ETAG, tag);
            ((ConditionalRequest) request).representation = tag;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READS.contains(request.getMethod()) || !request.getServletPath().startsWith("/api/");
    }

    /** Spring takes {@code If-None-Match: *} of a read for no match. So the ETag of the response stands in its place. */
    private static final class ConditionalRequest extends HttpServletRequestWrapper {

        private @Nullable String representation;

        ConditionalRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            var values = super.getHeaders(name);
            if (representation == null || !name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH)) {
                return values;
            }
            var known = representation;
            return Collections.enumeration(Collections.list(values).stream()
                    .map(value -> value.strip().equals("*") ? known : value)
                    .toList());
        }
    }
}
