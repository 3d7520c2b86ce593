package io.leeloogateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Responds to disallowed origins with a problem, and recognizes the gateway's own pages also if a proxy terminates TLS. */
final class ProblemCorsProcessor extends DefaultCorsProcessor {

    private final HandlerExceptionResolver resolver;

    ProblemCorsProcessor(HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var isAllowed =
                super.processRequest(configuration, isOwnPage(request) ? withoutOrigin(request) : request, response);
        if (!isAllowed) {
            resolver.resolveException(request, response, null, new OriginNotAllowed());
        }
        return isAllowed;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        // The problem is the response.
    }

    /** The scheme does not count: the gateway does not know the scheme that a proxy terminates. Without CORS headers, a browser shows the response to no other origin. */
    private static boolean isOwnPage(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var host = request.getHeader(HttpHeaders.HOST);
        return origin != null
                && host != null
                && origin.replaceFirst("(?i)^https?://", "").equalsIgnoreCase(host);
    }

    private static HttpServletRequest withoutOrigin(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getHeader(String name) {
                return HttpHeaders.ORIGIN.equalsIgnoreCase(name) ? null : super.getHeader(name);
            }
        };
    }
}
