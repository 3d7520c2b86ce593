package io.leeloogateway.problem.input;

import io.leeloogateway.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits the size and the time of request bodies, and ignores the labels of an absent body. */
@Component
@Order(0)
class RequestBodyFilter extends OncePerRequestFilter {

    /** The servlet path is decoded, as in route matching. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                RequestBodies.isDeclared(request) ? new LimitedRequest(request) : new UnlabelledRequest(request),
                response);
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        LimitedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountingInputStream(this, super.getInputStream());
        }
    }

    private static final class CountingInputStream extends ServletInputStream {

        private final HttpServletRequest request;
        private final ServletInputStream in;
        private int bytes;

        CountingInputStream(HttpServletRequest request, ServletInputStream in) {
            this.request = request;
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            try {
                var next = in.read();
                count(next < 0 ? 0 : 1);
                return next;
            } catch (IOException e) {
                throw lateOr(e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                var read = in.read(buffer, offset, length);
                count(Math.max(0, read));
                return read;
            } catch (IOException e) {
                throw lateOr(e);
            }
        }

        /** Tomcat wraps its timeout, and replaces the response with that of its error page. */
        private IOException lateOr(IOException e) {
            if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
                var late = new RequestBodyLate(e);
                request.setAttribute(ProblemException.ATTRIBUTE, late);
                throw late;
            }
            return e;
        }

        private void count(int read) {
            bytes += read;
            if (bytes > RequestBodyTooLarge.MAX_BYTES) {
                throw new RequestBodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
