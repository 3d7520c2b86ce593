package io.leeloogateway.leeloo;

import static io.leeloogateway.leeloo.LeelooUnavailable.Departure.MAY_BE_APPLIED;
import static io.leeloogateway.leeloo.LeelooUnavailable.Departure.NEVER_LEFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;

class DepartedTests {

    private final RawLeeloo leeloo = new RawLeeloo();
    private final Departed departed = new Departed();

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

    private void call() {
        Departed.noting(HttpClient.newConnection())
                .get()
                .uri(leeloo.url())
                .response()
                .contextWrite(values -> values.put(Departed.class, departed))
                .block(Duration.ofSeconds(5));
    }
}
