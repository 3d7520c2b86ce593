package io.leeloogateway.leeloo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.change.ChangeOrder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderChangeBodyTests {

    @Test
    void paymentDateHasTheProlepticYear() {
        var change = new ChangeOrder("1", "RESOLVED", Instant.parse("-0001-01-13T08:20:37Z"), null, null, null);

        assertThat(OrderChangeBody.of(change).paymentDate()).isEqualTo("-0001-01-13 08:20");
    }
}
