package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.query.ExportInterrupted;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UuidV7Generator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sees to it that each call leaves an entry, whatever becomes of it; around the door, so that who is turned away leaves one too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class AuditFilter extends OncePerRequestFilter {

    private static final Pattern ENTERED = Pattern.compile("/(api|hooks|leeloo)(/.*)?", Pattern.DOTALL);

    private final UuidV7Generator ids;
    private final RequestAuditor registrar;
    private final AuditBackpressure places;
    private final OverloadRejector turnedAway;
    private final SynchronousAudit awaited;

    AuditFilter(
            UuidV7Generator ids,
            RequestAuditor registrar,
            AuditBackpressure places,
            OverloadRejector turnedAway,
            SynchronousAudit awaited) {
        this.ids = ids;
        this.registrar = registrar;
        this.places = places;
        this.turnedAway = turnedAway;
        this.awaited = awaited;
    }

    /** By the path as routes are matched, whose letters may have come escaped. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ENTERED.matcher(request.getServletPath()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = RequestContext.current();
        var begun = System.nanoTime();
        context.audit().setEntryId(ids.next());
        if (!places.isTaken(context.deadline())) {
            turnedAway.answer(request, response);
            return;
        }
        var serving = new AuditedRequest(request, begun, registrar, places);
        if (awaited.isOn()) {
            awaited.serve(serving, response, chain);
        } else {
            serve(serving, response, chain);
        }
        ExportInterrupted.throwWhere(request);
    }

    private static void serve(AuditedRequest serving, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isServed = false;
        try {
            chain.doFilter(serving.request(), response);
            isServed = true;
        } finally {
            var _ = serving.enter(response, isServed);
        }
    }
}
