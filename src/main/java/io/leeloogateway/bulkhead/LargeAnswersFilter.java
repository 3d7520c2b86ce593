package io.leeloogateway.bulkhead;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Frees the memory that a request has in {@link LargeAnswers} after its answer was written. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class LargeAnswersFilter extends OncePerRequestFilter {

    private final LargeAnswers largeAnswers;

    LargeAnswersFilter(LargeAnswers largeAnswers) {
        this.largeAnswers = largeAnswers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            largeAnswers.<@Nullable Void, Exception>run(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
