package io.leeloogateway.access.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Fetches the JWK set with at most one fetch at a time; after a failure, waits before the next fetch. */
final class JwkSetFetcher {

    /** A read timeout restarts with each byte, so the whole fetch has a timeout, too. */
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    static final Duration FAILURE_BACKOFF = Duration.ofSeconds(15);

    private final Callable<JwkSet> issuer;
    private final LongSupplier nanoTime;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable JwkSet lastFetched;
    private @Nullable Fetch current;

    JwkSetFetcher(Callable<JwkSet> issuer, LongSupplier nanoTime) {
        this.issuer = issuer;
        this.nanoTime = nanoTime;
    }

    /** Returns the result of the last successful fetch. */
    Optional<JwkSet> lastFetched() {
        return Optional.ofNullable(lastFetched);
    }

    /** Starts a fetch unless one is running or ended recently; does not wait. */
    synchronized void startIfDue() {
        if (current == null || !current.isCurrent(nanoTime.getAsLong())) {
            current = start();
        }
    }

    /** Waits for the running, the recent or a new fetch. */
    JwkSet await(Duration timeout) throws KeySourceException {
        try {
            return TimeLimiter.await(current(), timeout);
        } catch (TimeoutException | RuntimeException e) {
            throw new JWKSetUnavailableException("the JWK set is not available", e);
        }
    }

    private synchronized Future<JwkSet> current() {
        startIfDue();
        return Objects.requireNonNull(current).result();
    }

    private Fetch start() {
        var result = threads.submit(() -> lastFetched = issuer.call());
        CompletableFuture.delayedExecutor(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> result.cancel(true));
        return new Fetch(result, nanoTime.getAsLong());
    }

    private record Fetch(Future<JwkSet> result, long startedAt) {

        boolean isCurrent(long now) {
            return switch (result.state()) {
                case RUNNING -> true;
                case FAILED, CANCELLED -> now - startedAt < FAILURE_BACKOFF.toNanos();
                case SUCCESS -> result.resultNow().isRecent(now);
            };
        }
    }
}
