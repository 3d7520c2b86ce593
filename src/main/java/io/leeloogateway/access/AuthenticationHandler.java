package io.leeloogateway.access;

import io.leeloogateway.access.ratelimit.RateLimiter;
import io.leeloogateway.access.usage.UsageCounter;
import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.quota.Quota;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.SafeMethods;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Admits authenticated requests and sends problem responses to all others. */
@Component
class AuthenticationHandler implements AuthenticationSuccessHandler, AuthenticationEntryPoint, RequestRejectedHandler {

    private static final Logger log = LoggerFactory.getLogger(AuthenticationHandler.class);

    private final HandlerExceptionResolver resolver;
    private final RateLimiter rateLimiter;
    private final Quota quota;
    private final UsageCounter usageCounter;
    private final UnknownCallers unknownCallers;
    private final HeaderWriter securityHeaders;

    AuthenticationHandler(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver,
            RateLimiter rateLimiter,
            Quota quota,
            UsageCounter usageCounter,
            UnknownCallers unknownCallers,
            HeaderWriter securityHeaders) {
        this.resolver = resolver;
        this.rateLimiter = rateLimiter;
        this.quota = quota;
        this.usageCounter = usageCounter;
        this.unknownCallers = unknownCallers;
        this.securityHeaders = securityHeaders;
    }

    /** Adds the rate limit headers to every response; {@link ScopeInterceptor}, which knows the route, rejects requests over the limit. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var client = ((CallerAuthentication) authentication).client();
        RequestContext.find().ifPresent(context -> context.setCaller(client.caller()));
        usageCounter.recordKeyUse(client.caller());
        var rateLimit = rateLimiter.tryAcquire(client);
        if (!rateLimit.allowed()) {
            RequestContext.find().ifPresent(context -> context.audit().markOverLimit());
        }
        rateLimit.writeHeaders(response, quota.limit());
        new AdmittedRequest(client, rateLimit).storeIn(request);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        if (e instanceof InternalAuthenticationServiceException && e.getCause() instanceof Exception failure) {
            RequestContext.find()
                    .filter(_ -> !SafeMethods.include(request))
                    .ifPresent(context -> context.setOutcome(Outcome.NOT_SENT));
            resolver.resolveException(request, response, null, failure);
            return;
        }
        unknownCallers.pauseIfTooMany(request, response);
        log.debug("authentication failed: {}", e.getMessage());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        resolver.resolveException(request, response, null, problem(e));
    }

    private static Unauthenticated problem(AuthenticationException e) {
        return e instanceof AuthenticationCredentialsNotFoundException
                ? Unauthenticated.withoutCredential()
                : new Unauthenticated();
    }

    /** The firewall's message quotes the path, so it is logged and not returned. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws ServletException, IOException {
        unknownCallers.pauseIfTooMany(request, response);
        log.debug("request rejected by the firewall: {}", e.getMessage());
        var problem =
                InvalidRequest.of("request", "malformed", "the path, the method or a header is not in normalized form");
        new HeaderWriterFilter(List.of(securityHeaders))
                .doFilter(
                        request,
                        response,
                        (_, output) -> resolver.resolveException(request, (HttpServletResponse) output, null, problem));
    }
}
