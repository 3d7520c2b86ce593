package io.leeloogateway.cache.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.CacheLookup;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
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

/** Who wants it new joins no call that may have begun before, wherever it was made. */
class SingleFlightTests {

    private static final Query<?> QUERY = new FindPerson("64a0c3f00001000000000002");
    private static final CacheLookup NOTHING = new CacheLookup(Optional.empty(), 0);

    private final CountDownLatch elsewhereEnds = new CountDownLatch(1);
    private final CountDownLatch hasBegun = new CountDownLatch(1);
    private final Queue<LoadResult> loads = new ArrayDeque<>(List.of(loaded().others(), loaded()));
    private volatile boolean isBroken;
    private final SingleFlight underTest = new SingleFlight(new Waiting());

    @Test
    void whatAnotherInstanceAskedForIsNotNewEnough() throws Exception {
        var arrived = System.nanoTime();
        var old = CompletableFuture.supplyAsync(() -> join(RequestCacheControl.NONE, System.nanoTime()));
        hasBegun.await();
        var anew = new CompletableFuture<SingleFlight.Joined>();
        var thread = Thread.ofPlatform().start(() -> anew.complete(join(RequestCacheControl.FRESH, arrived)));
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        elsewhereEnds.countDown();

        assertThat(old.join().loaded().isOthers()).isTrue();
        assertThat(anew.join().loaded().isOthers()).isFalse();
        assertThat(loads).isEmpty();
    }

    @Test
    void aLoadThatBreaksHoldsNobodyUp() {
        elsewhereEnds.countDown();
        isBroken = true;

        assertThatThrownBy(() -> join(RequestCacheControl.NONE, System.nanoTime()))
                .hasRootCauseInstanceOf(StackOverflowError.class);

        isBroken = false;
        assertThat(join(RequestCacheControl.NONE, System.nanoTime()).loaded().answer())
                .isEqualTo("answer");
    }

    private SingleFlight.Joined join(RequestCacheControl directives, long arrived) {
        return new RequestContext("r", Deadline.after(Duration.ofSeconds(5)))
                .<SingleFlight.Joined, IllegalStateException>with(() -> {
                    try {
                        return underTest.join(QUERY, NOTHING, directives, arrived);
                    } catch (TimeoutException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static LoadResult loaded() {
        return LoadResult.answered(CacheEntry.of(new RawBody(new byte[0]), Instant.EPOCH), "answer");
    }

    /** Ends when it is told to. */
    private final class Waiting extends UpstreamLoader {

        @SuppressWarnings("NullAway") // nothing of it is used
        Waiting() {
            super(null, null, null, null, null, null, Clock.systemUTC());
        }

        @Override
        <T> LoadResult load(Query<T> query, CacheLookup seen, RequestCacheControl directives) {
            hasBegun.countDown();
            try {
                elsewhereEnds.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (isBroken) {
                throw new StackOverflowError();
            }
            return loads.remove();
        }
    }
}
