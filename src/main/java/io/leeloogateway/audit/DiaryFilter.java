package io.leeloogateway.audit;

import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeOrderedIds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sees to it that each call leaves an entry, whatever becomes of it; around the door, so that who is turned away leaves one too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class DiaryFilter extends OncePerRequestFilter {

    private static final Pattern ENTERED = Pattern.compile("/(api|hooks|leeloo)/.*");
    private static final int CRASHED = 500;

    private final TimeOrderedIds ids;
    private final Registrar registrar;
    private final AwaitedAnswers awaited;

    DiaryFilter(TimeOrderedIds ids, Registrar registrar, AwaitedAnswers awaited) {
        this.ids = ids;
        this.registrar = registrar;
        this.awaited = awaited;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ENTERED.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begun = System.nanoTime();
        RequestContext.current().notes().opens(ids.next());
        if (awaited.isFor(request)) {
            awaited.answer(
                    request,
                    response,
                    chain,
                    answer -> registrar.enter(request, answer, answer.getStatus(), since(begun)));
            return;
        }
        var isServed = false;
        try {
            chain.doFilter(request, response);
            isServed = true;
        } finally {
            var _ = registrar.enter(request, response, isServed ? response.getStatus() : CRASHED, since(begun));
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
