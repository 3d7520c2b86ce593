package io.leeloogateway.quota;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.request.SandboxReset;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;

/** Quotas for tests. */
public final class QuotaFixtures {

    private QuotaFixtures() {}

    /** As if Leeloo had reported its limit, to this replica alone. */
    public static void pause(ApplicationContext gateway, Duration pause) {
        gateway.getBean(Quota.class).scheduler().inspect((_, stock) -> {
            stock.pauseFor(pause);
            return true;
        });
    }

    /** As if a call of this replica had been answered with Leeloo's limit. */
    static void throttle(ApplicationContext gateway, Duration requestedDelay) {
        gateway.getBean(Quota.class).scheduler().throttle(System.nanoTime(), requestedDelay);
    }

    /** The rest of the pause of this replica. */
    static Duration pause(ApplicationContext gateway) {
        return gateway.getBean(Quota.class).scheduler().inspect((_, stock) -> stock.pause());
    }

    /** The number of waiting calls, as the gateway publishes it. */
    public static int waiting(GatewayClient client) {
        return client.get("/api/v1/quota")
                .json()
                .path("queue")
                .valueStream()
                .mapToInt(line -> line.path("waiting").asInt())
                .sum();
    }

    /** Ends the pause and the slower pace after Leeloo's limit. */
    public static void reset(ApplicationContext gateway) {
        gateway.getBean(Quota.class).reset(new SandboxReset());
    }

    /** The reports of other gateways on the same database may still bring a pause, for a second or two. */
    public static void awaitEndOfPauses(ApplicationContext gateway) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .during(Duration.ofSeconds(3))
                .until(() -> gateway.getBean(Quota.class).status().pauseSeconds() == 0);
    }
}
