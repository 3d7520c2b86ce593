package io.leeloogateway.leeloo.http;

import static io.leeloogateway.leeloo.LeelooUnavailable.Delivery.NOT_SENT;
import static io.leeloogateway.leeloo.LeelooUnavailable.Delivery.POSSIBLY_SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.request.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;

class SendTrackerTests {

    private final RawLeeloo leeloo = new RawLeeloo();
    private final AtomicInteger sent = new AtomicInteger();
    private final SendTracker tracker = new SendTracker(Deadline.after(Duration.ofSeconds(10)), sent::incrementAndGet);

    @AfterEach
    void stop() {
        leeloo.close();
    }

    @Test
    void abandonedRequestIsNotSent() {
        assertThat(tracker.abandon()).isEqualTo(NOT_SENT);

        assertThatIllegalStateException().isThrownBy(this::call);

        assertThat(leeloo.requests()).isEmpty();
        assertThat(tracker.abandon()).isEqualTo(NOT_SENT);
        assertThat(sent).hasValue(0);
    }

    @Test
    void abandonedRequestIsPossiblySentAfterTheSend() {
        call();

        assertThat(tracker.abandon()).isEqualTo(POSSIBLY_SENT);
        assertThat(sent).hasValue(1);
        assertThat(leeloo.requests()).hasSize(1);
    }

    @Test
    void requestIsNotSentAfterTheDeadline() {
        var late = new SendTracker(Deadline.after(Duration.ZERO), sent::incrementAndGet);

        assertThatIllegalStateException().isThrownBy(() -> call(late));

        assertThat(leeloo.requests()).isEmpty();
        assertThat(late.abandon()).isEqualTo(NOT_SENT);
    }

    @Test
    void waitingRequestIsAbandonedAtTheDeadline() {
        var waiting = new SendTracker(Deadline.after(Duration.ofMillis(50)), sent::incrementAndGet);

        assertThatException().isThrownBy(waiting.sendTimeout()::block).withRootCauseInstanceOf(TimeoutException.class);

        assertThatIllegalStateException().isThrownBy(() -> call(waiting));
        assertThat(leeloo.requests()).isEmpty();
    }

    private void call() {
        call(tracker);
    }

    private void call(SendTracker sendTracker) {
        SendTracker.track(HttpClient.newConnection())
                .get()
                .uri(leeloo.url())
                .response()
                .contextWrite(values -> values.put(SendTracker.class, sendTracker))
                .block(Duration.ofSeconds(5));
    }
}
