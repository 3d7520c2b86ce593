package io.leeloogateway.cache.http;

import io.leeloogateway.cache.AnswerSources;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Parses the {@code Cache-Control} header of a read once and binds it to the request. */
@Component
class RequestCacheControlFilter extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.CACHE_CONTROL);
        try {
            var directives = header == null
                    ? RequestCacheControl.NONE
                    : RequestCacheControl.parse(
                            String.join(", ", Collections.list(request.getHeaders(HttpHeaders.CACHE_CONTROL))));
            directives.<@Nullable Void, Exception>with(() -> AnswerSources.collect(() -> {
                chain.doFilter(request, response);
                return null;
            }));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READS.contains(request.getMethod());
    }
}
