package io.leeloogateway.cache.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class InFlightLoadTests {

    @Test
    void interruptedReadDoesNotStartAnotherLoad() {
        var context = new RequestContext("r", Deadline.after(Duration.ofSeconds(5)));
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> context.run(InFlightLoad.start(0)::endsSoon));
        assertThat(Thread.interrupted()).isTrue();
    }
}
