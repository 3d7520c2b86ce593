package io.leeloogateway.cache.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.FreshnessPolicy;
import io.leeloogateway.cache.TtlPolicy;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.StartLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class InFlightLoadTests {

    @Test
    void interruptedReadDoesNotStartAnotherLoad() {
        var context = new RequestContext("r", Deadline.after(Duration.ofSeconds(5)));
        var read = new CacheRead<>(
                new FindPerson("64a0c3f00001000000000002"),
                RequestCacheControl.NO_CACHE,
                new FreshnessPolicy(new TtlPolicy(null, null, null), Duration.ZERO),
                CacheEntry.absent(0),
                System.nanoTime());
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> context.run(
                        new InFlightLoad(
                                        read,
                                        Optional.empty(),
                                        new StartLimit(Deadline.after(Duration.ofSeconds(5))),
                                        _ -> {})::endsSoon));
        assertThat(Thread.interrupted()).isTrue();
    }
}
