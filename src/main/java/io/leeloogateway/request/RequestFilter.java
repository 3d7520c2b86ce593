package io.leeloogateway.request;

import io.leeloogateway.connections.ClientConnection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Creates the context of a request and binds it to the thread. The outermost filter. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = RequestContext.class.getName();

    private final UuidV7Generator ids;

    RequestFilter(UuidV7Generator ids) {
        this.ids = ids;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = contextOf(request);
        response.setHeader(RequestId.HEADER, context.id());
        try (var _ = MDC.putCloseable("requestId", context.id())) {
            context.<@Nullable Void, Exception>run(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            MDC.remove(RequestContext.CLIENT_ID);
            MDC.remove(RequestContext.ACTION);
        }
    }

    /** An error dispatch of the servlet container belongs to the same request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private RequestContext contextOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestContext existing) {
            return existing;
        }
        var timeout = Optional.ofNullable(request.getHeader(Deadline.HEADER)).flatMap(Deadline::parse);
        var context = new RequestContext(
                RequestId.of(request.getHeader(RequestId.HEADER), ids::next),
                Deadline.after(timeout.orElse(Deadline.DEFAULT)));
        ClientConnection.of(request).ifPresent(connection -> context.watch(connection::isClosedByClient));
        request.setAttribute(ATTRIBUTE, context);
        return context;
    }
}
