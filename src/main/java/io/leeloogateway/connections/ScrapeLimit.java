package io.leeloogateway.connections;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets few requests to the management port be served at once, except health probes: a page of metrics takes half a megabyte, and a hundredth of a
 * second of the processor. Others wait for a moment, and then get 503.
 */
final class ScrapeLimit extends OncePerRequestFilter {

    private static final int AT_ONCE = 2;

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    /** Each waits for so long before it makes room for the next, which leaves most of the processor to callers. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** Not by the address as it was sent, which may have parameters that the path has not. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isPlaceFree()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            pause();
            places.release();
        }
    }

    private boolean isPlaceFree() {
        try {
            return places.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
