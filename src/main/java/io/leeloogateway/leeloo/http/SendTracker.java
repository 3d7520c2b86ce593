package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooUnavailable.Delivery;
import io.leeloogateway.request.Deadline;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Tracks whether the request of a call was sent. An abandoned request is never sent afterwards. */
final class SendTracker {

    private enum State {
        WAITING,
        SENT,
        ABANDONED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final Deadline deadline;
    private final Runnable onSend;

    SendTracker(Deadline deadline, Runnable onSend) {
        this.deadline = deadline;
        this.onSend = onSend;
    }

    /** Marks the tracker in the Reactor context of each request as sent. */
    static HttpClient track(HttpClient client) {
        return client.doOnRequest((request, _) -> request.currentContextView()
                .<SendTracker>getOrEmpty(SendTracker.class)
                .ifPresent(SendTracker::markSent));
    }

    /** Abandons the request if it is still waiting, and returns the delivery. */
    Delivery abandon() {
        return state.compareAndSet(State.WAITING, State.ABANDONED) || state.get() == State.ABANDONED
                ? Delivery.NOT_SENT
                : Delivery.POSSIBLY_SENT;
    }

    /** Fails when the deadline passes before the send; otherwise never completes. */
    <T> Mono<T> sendTimeout() {
        return Mono.delay(deadline.remaining())
                .flatMap(_ -> abandon() == Delivery.NOT_SENT
                        ? Mono.error(new TimeoutException("the request was not sent in time"))
                        : Mono.never());
    }

    /** Checks the deadline again, because the timer may be late after a pause of the whole process. */
    private void markSent() {
        if (deadline.remaining().isZero()) {
            abandon();
        }
        if (!state.compareAndSet(State.WAITING, State.SENT)) {
            throw new IllegalStateException("the call was abandoned before its request was sent");
        }
        onSend.run();
    }
}
