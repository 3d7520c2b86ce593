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

    @Test
    void refusedClientIsRememberedLonger() {
        failing.add("shop", 1);
        failing.add("forms", 1);
        failing.renew("shop", 8);
        failing.renew("forms", 12);
        failing.renew("crm", 8);

        assertThat(failing.areOthersThan("forms", 15)).isTrue();
        assertThat(failing.areOthersThan("shop", 15)).isFalse();
        assertThat(failing.areOthersThan("crm", 15)).isTrue();
    }
}
