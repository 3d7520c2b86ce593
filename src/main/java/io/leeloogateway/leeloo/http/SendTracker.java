package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooUnavailable.Departure;
import io.leeloogateway.request.Deadline;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Whether a call's request began to leave; one that was given up before does not leave any more. */
final class SendTracker {

    private enum State {
        WAITING,
        LEFT,
        GIVEN_UP
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final Deadline latest;

    SendTracker(Deadline latest) {
        this.latest = latest;
    }

    /** Notes the departure of each request of a call that carries such a note in its context. */
    static HttpClient noting(HttpClient client) {
        return client.doOnRequest((request, _) -> request.currentContextView()
                .<SendTracker>getOrEmpty(SendTracker.class)
                .ifPresent(SendTracker::leave));
    }

    /** Ends the waiting, for good, and says what became of it. */
    Departure giveUp() {
        return state.compareAndSet(State.WAITING, State.GIVEN_UP) || state.get() == State.GIVEN_UP
                ? Departure.NEVER_LEFT
                : Departure.MAY_BE_APPLIED;
    }

    /** Fails once the latest moment is over and the request has not left; never says anything else. */
    <T> Mono<T> late() {
        return Mono.delay(latest.remaining())
                .flatMap(_ -> giveUp() == Departure.NEVER_LEFT
                        ? Mono.error(new TimeoutException("the request could not leave in time"))
                        : Mono.never());
    }

    /** Looks at the time itself: after a pause of the whole process the timer may be the later one. */
    private void leave() {
        if (latest.remaining().isZero()) {
            giveUp();
        }
        if (!state.compareAndSet(State.WAITING, State.LEFT)) {
            throw new IllegalStateException("the call was given up before its request could leave");
        }
    }
}
