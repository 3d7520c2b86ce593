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

/** Rejects credentials in the path or the query, percent-encoded or not, before any other check. */
final class CredentialsInUrlFilter extends OncePerRequestFilter {

    private static final Pattern NAME =
            Pattern.compile("(?i)^(access_token|api[-_]?key|auth[-_]?token|authorization|bearer)=");

    private final UnknownCallers unknownCallers;
    private final HandlerExceptionResolver resolver;

    CredentialsInUrlFilter(UnknownCallers unknownCallers, HandlerExceptionResolver resolver) {
        this.unknownCallers = unknownCallers;
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            CredentialLeakGuard.check("path", decoded(request.getRequestURI()));
            Optional.ofNullable(request.getQueryString())
                    .ifPresent(query -> check(query, LeelooPaths.include(request)));
        } catch (InvalidRequest e) {
            unknownCallers.pauseIfTooMany(request, response);
            resolver.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Checks each parameter on its own, so that a parameter that cannot be decoded hides no other. Clients of Leeloo's own API may send their key. */
    private static void check(String query, boolean allowsToken) {
        for (var raw : query.split("&", -1)) {
            if (allowsToken && LeelooPaths.isToken(raw)) {
                continue;
            }
            var parameter = decoded(raw);
            CredentialLeakGuard.check("query", parameter);
            if (mayBeName(parameter) && NAME.matcher(parameter).find()) {
                throw CredentialLeakGuard.forbidden("query");
            }
        }
    }

    /** Spares most parameters the regular expression. */
    private static boolean mayBeName(String parameter) {
        return !parameter.isEmpty() && "aAbB".indexOf(parameter.charAt(0)) >= 0;
    }

    /** Returns text that cannot be decoded unchanged; a later filter rejects it. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
