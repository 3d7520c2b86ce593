package io.leeloogateway.problem.connection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Disguises the statuses after which Tomcat would close the connection. A request that Tomcat cannot read reaches no filter, or is answered
 * through its error page, so that its connection closes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PersistentConnectionFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new DisguisedResponse(response));
    }

    private static final class DisguisedResponse extends HttpServletResponseWrapper {

        DisguisedResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            super.setStatus(PersistentStatus.disguise(status));
        }

        @Override
        public int getStatus() {
            return PersistentStatus.reveal(super.getStatus());
        }
    }
}
