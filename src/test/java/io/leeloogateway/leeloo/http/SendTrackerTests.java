package io.leeloogateway.leeloo.http;

import static io.leeloogateway.leeloo.LeelooUnavailable.Departure.MAY_BE_APPLIED;
import static io.leeloogateway.leeloo.LeelooUnavailable.Departure.NEVER_LEFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.request.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;

class SendTrackerTests {

    private final RawLeeloo leeloo = new RawLeeloo();
    private final SendTracker departed = new SendTracker(Deadline.after(Duration.ofSeconds(10)));

    @AfterEach
    void stop() {
        leeloo.close();
    }

    @Test
    void whatWasGivenUpBeforeItLeftDoesNotLeaveAnyMore() {
        assertThat(departed.giveUp()).isEqualTo(NEVER_LEFT);

        assertThatIllegalStateException().isThrownBy(this::call);

        assertThat(leeloo.requests()).isEmpty();
        assertThat(departed.giveUp()).isEqualTo(NEVER_LEFT);
    }

    @Test
    void whatLeftMayBeAppliedWhoeverGivesUp() {
        call();

        assertThat(departed.giveUp()).isEqualTo(MAY_BE_APPLIED);
        assertThat(leeloo.requests()).hasSize(1);
    }

    @Test
    void whatIsLateDoesNotLeave() {
        var late = new SendTracker(Deadline.after(Duration.ZERO));

        assertThatIllegalStateException().isThrownBy(() -> call(late));

        assertThat(leeloo.requests()).isEmpty();
        assertThat(late.giveUp()).isEqualTo(NEVER_LEFT);
    }

    @Test
    void whatWaitsIsGivenUpInTime() {
        var waiting = new SendTracker(Deadline.after(Duration.ofMillis(50)));

        assertThatException().isThrownBy(waiting.late()::block).withRootCauseInstanceOf(TimeoutException.class);

        assertThatIllegalStateException().isThrownBy(() -> call(waiting));
        assertThat(leeloo.requests()).isEmpty();
    }

    private void call() {
        call(departed);
    }

    private void call(SendTracker noting) {
        SendTracker.noting(HttpClient.newConnection())
                .get()
                .uri(leeloo.url())
                .response()
                .contextWrite(values -> values.put(SendTracker.class, noting))
                .block(Duration.ofSeconds(5));
    }
}
