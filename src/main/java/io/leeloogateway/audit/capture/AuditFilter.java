package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.query.ExportInterrupted;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UuidV7Generator;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Records an audit event for each request. Runs before authentication, so that denied requests are recorded, too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class AuditFilter extends OncePerRequestFilter {

    private static final List<String> AUDITED_PATHS = List.of("/api", "/hooks", "/leeloo");

    private final UuidV7Generator ids;
    private final RequestAuditor auditor;
    private final AuditBackpressure backpressure;
    private final OverloadRejector overload;
    private final SynchronousAudit synchronousAudit;

    AuditFilter(
            UuidV7Generator ids,
            RequestAuditor auditor,
            AuditBackpressure backpressure,
            OverloadRejector overload,
            SynchronousAudit synchronousAudit) {
        this.ids = ids;
        this.auditor = auditor;
        this.backpressure = backpressure;
        this.overload = overload;
        this.synchronousAudit = synchronousAudit;
    }

    /** The servlet container replaces the response of a failed request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Matches the decoded path, as routes do. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        if (isErrorDispatch(request)) {
            return RequestContext.current().audit().recordedStatus().isEmpty();
        }
        return !isAudited(request.getServletPath());
    }

    private static boolean isAudited(String path) {
        for (var audited : AUDITED_PATHS) {
            if (path.startsWith(audited)
                    && (path.length() == audited.length() || path.charAt(audited.length()) == '/')) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isErrorDispatch(request)) {
            chain.doFilter(request, response);
            auditor.recordReplacement(request, response, AuditedRequest.elapsed(request));
            return;
        }
        var context = RequestContext.current();
        var startNanos = System.nanoTime();
        context.audit().setEntry(ids.next(), IpAddress.of(request));
        if (!backpressure.tryAcquire(context.deadline())) {
            overload.reject(request, response);
            return;
        }
        var audited = new AuditedRequest(request, startNanos, auditor, backpressure);
        if (synchronousAudit.isEnabled()) {
            synchronousAudit.serve(audited, response, chain);
        } else {
            serve(audited, response, chain);
        }
        ExportInterrupted.rethrow(request);
    }

    private static boolean isErrorDispatch(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR;
    }

    private static void serve(AuditedRequest audited, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isServed = false;
        try {
            chain.doFilter(audited.request(), response);
            isServed = true;
        } finally {
            var _ = audited.record(response, isServed);
        }
    }
}
