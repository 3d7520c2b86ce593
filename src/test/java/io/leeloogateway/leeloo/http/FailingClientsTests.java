package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailingClientsTests {

    private final FailingClients failing = new FailingClients(Duration.ofNanos(10));

    @Test
    void withoutFailuresThereAreNone() {
        assertThat(failing.areOthersThan("crm", 0)).isFalse();
    }

    @Test
    void failuresOfOthersCountUnlessOneOfTheCallerIsAmongThem() {
        failing.add("shop", 1);
        failing.add("forms", 2);

        assertThat(failing.areOthersThan("crm", 5)).isTrue();
        assertThat(failing.areOthersThan("shop", 5)).isFalse();
    }

    @Test
    void failuresAreForgotten() {
        failing.add("shop", 1);
        failing.add("forms", 5);

        assertThat(failing.areOthersThan("shop", 12)).isTrue();
        assertThat(failing.areOthersThan("crm", 16)).isFalse();
    }
}
