package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionSharesTests {

    private final ConnectionShares shares = new ConnectionShares(500);

    @Test
    void clientMayHaveAQuarterOfThreeQuarters() {
        assertThat(takeAll("crm")).isEqualTo(93);
    }

    @Test
    void clientsAtTheirLimitsLeaveConnections() {
        var attackers =
                IntStream.range(0, 20).mapToObj(number -> "attacker-" + number).toList();

        var taken = attackers.stream().mapToInt(this::takeAll).sum();

        assertThat(taken).isBetween(350, 374);
        assertThat(shares.tryTake("crm")).isTrue();
    }

    @Test
    void endedRequestsDoNotCount() {
        for (var i = 0; i < 1000; i++) {
            assertThat(shares.tryTake("crm")).isTrue();
            shares.giveBack("crm");
        }
    }

    @Test
    void clientMayAlwaysHaveOneRequest() {
        var small = new ConnectionShares(1);
        small.tryTake("crm");

        assertThat(small.tryTake("shop")).isTrue();
        assertThat(small.tryTake("shop")).isFalse();
    }

    private int takeAll(String clientId) {
        var taken = 0;
        while (shares.tryTake(clientId)) {
            taken++;
        }
        return taken;
    }
}
