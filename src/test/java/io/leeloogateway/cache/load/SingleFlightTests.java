package io.leeloogateway.cache.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.bulkhead.LargeAnswers;
import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.Fallback;
import io.leeloogateway.cache.FreshnessPolicy;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.cache.TtlPolicy;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.SandboxReset;
import io.leeloogateway.request.StartLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Which loads a read joins. */
class SingleFlightTests {

    private static final Query<?> QUERY = new FindPerson("64a0c3f00001000000000002");
    private static final FreshnessPolicy POLICY = new FreshnessPolicy(new TtlPolicy(null, null, null), Duration.ZERO);

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch hasStarted = new CountDownLatch(1);
    private final Queue<ReadResult<String>> results = new ArrayDeque<>(List.of(result().remote(), result()));
    private volatile boolean isBroken;
    private final LoadRunner runner = new LoadRunner(new BlockingLoader(), new LargeAnswers());
    private final SingleFlight underTest = singleFlight(runner);

    @Test
    void readWithNoCacheDoesNotUseTheLoadOfAnotherInstance() throws Exception {
        var started = System.nanoTime();
        var earlier = CompletableFuture.supplyAsync(() -> join(RequestCacheControl.NONE, System.nanoTime()));
        hasStarted.await();
        var noCache = new CompletableFuture<ReadResult<?>>();
        var thread = Thread.ofPlatform().start(() -> noCache.complete(join(RequestCacheControl.NO_CACHE, started)));
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        mayEnd.countDown();

        assertThat(earlier.join().isRemote()).isTrue();
        assertThat(noCache.join().isRemote()).isFalse();
        assertThat(results).isEmpty();
    }

    @Test
    void loadThatFailsWithAnErrorDoesNotBlockLaterReads() {
        mayEnd.countDown();
        isBroken = true;

        assertThatThrownBy(() -> join(RequestCacheControl.NONE, System.nanoTime()))
                .hasRootCauseInstanceOf(StackOverflowError.class);

        isBroken = false;
        assertThat(join(RequestCacheControl.NONE, System.nanoTime()).value()).isEqualTo("value");
    }

    @Test
    void resetWaitsForALoadThatNoReadCanJoin() throws Exception {
        var read = read(RequestCacheControl.NONE, System.nanoTime());
        context().run(() -> {
            runner.start(
                    read,
                    new InFlightLoad(
                            read, Optional.empty(), new StartLimit(Deadline.after(Duration.ofSeconds(5))), _ -> {}));
            return true;
        });
        hasStarted.await();

        var reset = Thread.ofPlatform().start(() -> runner.awaitAll(new SandboxReset()));

        await().until(() -> reset.getState() == Thread.State.TIMED_WAITING);
        mayEnd.countDown();
        assertThat(reset.join(Duration.ofSeconds(1))).isTrue();
    }

    private ReadResult<?> join(RequestCacheControl cacheControl, long startedNanos) {
        var read = read(cacheControl, startedNanos);
        return context().<ReadResult<?>, IllegalStateException>run(() -> {
            try {
                return underTest.join(read, Fallback.NONE);
            } catch (TimeoutException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static RequestContext context() {
        return new RequestContext("r", Deadline.after(Duration.ofSeconds(5)));
    }

    private static CacheRead<?> read(RequestCacheControl cacheControl, long startedNanos) {
        return new CacheRead<>(QUERY, cacheControl, POLICY, CacheEntry.absent(0), startedNanos);
    }

    private static SingleFlight singleFlight(LoadRunner runner) {
        var properties = new CacheProperties(
                null, null, null, null, null, null, null, null, Duration.ZERO, DataSize.ofMegabytes(1), Duration.ZERO);
        return new SingleFlight(runner, new LoadWaiter(runner, properties));
    }

    private static ReadResult<String> result() {
        return ReadResult.loaded(CacheEntry.found(new RawBody(new byte[0]), Instant.EPOCH, 0), "value");
    }

    /** Blocks each load until {@link #mayEnd}. */
    private final class BlockingLoader extends UpstreamLoader {

        @SuppressWarnings("NullAway") // the test uses none of the collaborators
        BlockingLoader() {
            super(null, null, null, null, null);
        }

        @Override
        Optional<ReadResult<?>> findStored(CacheRead<?> read) {
            return Optional.empty();
        }

        @Override
        @SuppressWarnings("unchecked")
        <T> ReadResult<T> load(CacheRead<T> read, Runnable onSlow) {
            hasStarted.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (isBroken) {
                throw new StackOverflowError();
            }
            return (ReadResult<T>) results.remove();
        }
    }
}
