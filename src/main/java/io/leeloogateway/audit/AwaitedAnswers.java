package io.leeloogateway.audit;

import io.leeloogateway.request.RequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds answers back until their entry is committed, where the settings want that. */
@Component
class AwaitedAnswers {

    private static final Logger log = LoggerFactory.getLogger(AwaitedAnswers.class);

    private final AuditProperties properties;
    private final HandlerExceptionResolver resolver;

    AwaitedAnswers(
            AuditProperties properties, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.properties = properties;
        this.resolver = resolver;
    }

    /** An export is too long to be held back; its entry is committed before its first byte anyway. */
    boolean isFor(HttpServletRequest request) {
        return properties.reads() == AuditProperties.Reads.AWAIT
                && Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                        .filter(Export::isWantedBy)
                        .isEmpty();
    }

    void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Function<HttpServletResponse, CompletableFuture<Boolean>> entry)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        try {
            await(entry.apply(held));
        } catch (DiaryUnavailable e) {
            held.reset();
            resolver.resolveException(request, held, null, e);
            var corrected = entry.apply(held);
            log.warn(
                    "request {} is refused, its entry is {}",
                    RequestContext.current().id(),
                    corrected.state());
        }
        held.copyBodyToResponse();
    }

    private static void await(CompletableFuture<Boolean> committed) {
        try {
            committed.get(RequestContext.current().deadline().remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiaryUnavailable(e);
        } catch (TimeoutException | ExecutionException e) {
            throw new DiaryUnavailable(e);
        }
    }
}
