package io.leeloogateway.access;

import io.leeloogateway.problem.CredentialLeakGuard;
import io.leeloogateway.problem.InvalidRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses a key in the path or the query, escaped or not, before anything else is looked at. */
final class CredentialsInUrlFilter extends OncePerRequestFilter {

    private static final Pattern NAME =
            Pattern.compile("(?i)^(access_token|api[-_]?key|auth[-_]?token|authorization|bearer)=");

    private final HandlerExceptionResolver resolver;

    CredentialsInUrlFilter(HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            CredentialLeakGuard.check("path", decoded(request.getRequestURI()));
            Optional.ofNullable(request.getQueryString()).ifPresent(CredentialsInUrlFilter::check);
        } catch (InvalidRequest e) {
            resolver.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    /** One parameter at a time, so that none hides behind another that cannot be decoded. */
    private static void check(String query) {
        for (var raw : query.split("&", -1)) {
            var parameter = decoded(raw);
            CredentialLeakGuard.check("query", parameter);
            if (NAME.matcher(parameter).find()) {
                throw CredentialLeakGuard.forbidden("query");
            }
        }
    }

    /** What cannot be decoded is refused later, and until then read as it stands. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
