package io.leeloogateway.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.leeloo.Document;
import io.leeloogateway.leeloo.FindPerson;
import io.leeloogateway.leeloo.Query;
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
class LoadsTests {

    private static final Query<?> QUERY = new FindPerson("64a0c3f00001000000000002");
    private static final Shelf NOTHING = new Shelf(Optional.empty(), 0);

    private final CountDownLatch elsewhereEnds = new CountDownLatch(1);
    private final CountDownLatch hasBegun = new CountDownLatch(1);
    private final Queue<Loaded> loads = new ArrayDeque<>(List.of(loaded().others(), loaded()));
    private volatile boolean isBroken;
    private final Loads underTest = new Loads(new Waiting());

    @Test
    void whatAnotherInstanceAskedForIsNotNewEnough() throws Exception {
        var arrived = System.nanoTime();
        var old = CompletableFuture.supplyAsync(() -> join(Directives.NONE, System.nanoTime()));
        hasBegun.await();
        var anew = new CompletableFuture<Loads.Joined>();
        var thread = Thread.ofPlatform().start(() -> anew.complete(join(Directives.FRESH, arrived)));
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

        assertThatThrownBy(() -> join(Directives.NONE, System.nanoTime()))
                .hasRootCauseInstanceOf(StackOverflowError.class);

        isBroken = false;
        assertThat(join(Directives.NONE, System.nanoTime()).loaded().answer()).isEqualTo("answer");
    }

    private Loads.Joined join(Directives directives, long arrived) {
        return new RequestContext("r", Deadline.after(Duration.ofSeconds(5)))
                .<Loads.Joined, IllegalStateException>with(() -> {
                    try {
                        return underTest.join(QUERY, NOTHING, directives, arrived);
                    } catch (TimeoutException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static Loaded loaded() {
        return Loaded.answered(Copy.of(new Document(new byte[0]), Instant.EPOCH), "answer");
    }

    /** Ends when it is told to. */
    private final class Waiting extends Loader {

        @SuppressWarnings("NullAway") // nothing of it is used
        Waiting() {
            super(null, null, null, null, null, null, Clock.systemUTC());
        }

        @Override
        <T> Loaded load(Query<T> query, Shelf seen, Directives directives) {
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
