package io.leeloogateway.access;

import io.leeloogateway.access.ratelimit.RateLimiter;
import io.leeloogateway.access.usage.UsageCounter;
import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets callers in and turns the others away, with problems like everywhere else. */
@Component
class AuthenticationHandler implements AuthenticationEntryPoint, RequestRejectedHandler {

    private static final Logger log = LoggerFactory.getLogger(AuthenticationHandler.class);

    private final HandlerExceptionResolver resolver;
    private final RateLimiter limits;
    private final UsageCounter tally;
    private final HeaderWriter headers;

    AuthenticationHandler(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver,
            RateLimiter limits,
            UsageCounter tally,
            HeaderWriter headers) {
        this.resolver = resolver;
        this.limits = limits;
        this.tally = tally;
        this.headers = headers;
    }

    /** Every answer to a known caller tells its limit; that it is over is said by {@link ScopeInterceptor}, which knows the route. */
    void admit(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var pass = ((CallerAuthentication) authentication).pass();
        RequestContext.find().ifPresent(context -> context.setCaller(pass.caller()));
        tally.keyWasShown(pass.caller());
        var allowance = limits.take(pass);
        allowance.tell(response);
        new AdmittedRequest(pass, allowance).noteOn(request);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        if (e instanceof InternalAuthenticationServiceException && e.getCause() instanceof Exception failure) {
            RequestContext.find()
                    .filter(_ -> !request.getMethod().matches("GET|HEAD|OPTIONS"))
                    .ifPresent(context -> context.setOutcome(Outcome.NOT_SENT));
            resolver.resolveException(request, response, null, failure);
            return;
        }
        log.debug("refused: {}", e.getMessage());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        resolver.resolveException(request, response, null, new Unauthenticated());
    }

    /** The firewall's own words quote the path, so they go to the log only. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws ServletException, IOException {
        log.debug("rejected: {}", e.getMessage());
        var problem = InvalidRequest.of("request", "malformed", "its path, method or a header is not in plain form");
        new HeaderWriterFilter(List.of(headers))
                .doFilter(
                        request,
                        response,
                        (_, answer) -> resolver.resolveException(request, (HttpServletResponse) answer, null, problem));
    }
}
