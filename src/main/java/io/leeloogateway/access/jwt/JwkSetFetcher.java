package io.leeloogateway.access.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches a key set once for all who wait for it, and after a failure not again for a while. */
final class JwkSetFetcher {

    /** A read timeout starts again with every byte, so the whole has a limit, too. */
    static final Duration LONGEST = Duration.ofSeconds(2);

    static final Duration FAILURE_REMEMBERED = Duration.ofSeconds(15);

    private final Callable<JwkSet> issuer;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable JwkSet last;
    private @Nullable Fetch current;

    JwkSetFetcher(Callable<JwkSet> issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** What the last fetch that went well brought. */
    Optional<JwkSet> last() {
        return Optional.ofNullable(last);
    }

    /** Starts a fetch, unless one runs or ended a moment ago; waits for nothing. */
    synchronized void begin() {
        if (current == null || !current.counts(clock.instant())) {
            current = start();
        }
    }

    /** What the fetch brings that runs, or that ended a moment ago, or a new one; at most after so long. */
    JwkSet await(Duration patience) throws KeySourceException {
        try {
            return current().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            throw new JWKSetUnavailableException("the key set is not to be had", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JWKSetUnavailableException("interrupted", e);
        }
    }

    private synchronized Future<JwkSet> current() {
        begin();
        return Objects.requireNonNull(current).answer();
    }

    private Fetch start() {
        var answer = threads.submit(() -> last = issuer.call());
        CompletableFuture.delayedExecutor(LONGEST.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> answer.cancel(true));
        return new Fetch(answer, clock.instant());
    }

    private record Fetch(Future<JwkSet> answer, Instant startedAt) {

        boolean counts(Instant now) {
            return switch (answer.state()) {
                case RUNNING -> true;
                case FAILED, CANCELLED -> now.isBefore(startedAt.plus(FAILURE_REMEMBERED));
                case SUCCESS -> answer.resultNow().isYoung(now);
            };
        }
    }
}
