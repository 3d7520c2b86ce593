package io.leeloogateway.cache.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SecondGateway;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** A load hangs in one instance; two instances read. Each test reads a person of its own, because a call outlives its test. */
@GatewayTest
class HangingLoadReplicasIntegrationTests {

    private static final String HANGS = "slow-first-byte=20000";

    static @Nullable SecondGateway second;

    GatewayClient here;
    GatewayClient there;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        here = new GatewayClient("http://127.0.0.1:" + port, key);
        if (second == null) {
            second = SecondGateway.start(
                    "--gateway.leeloo.base-url=http://127.0.0.1:" + port + "/sandbox/leeloo/api/v2",
                    "--gateway.access.demo-requests-per-minute=100000");
        }
        there = new GatewayClient(second.address(), key);
        here.reset();
        here.get("/api/v1/tags");
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
            second = null;
        }
    }

    @Test
    void ownerOfTheLoadGetsTheAnswerThatAnotherInstanceStored() {
        var person = "64a0c3f00001000000000060";
        here.injectFault(HANGS, 1, "/people/" + person);
        var owner = async(() -> here.get(path(person), "Request-Timeout", "18"));
        await().until(() -> calls(person) == 1);

        var other = there.get(path(person));

        assertThat(other.cacheStatus()).startsWith("fwd=miss; stored");
        assertThat(owner.orTimeout(8, TimeUnit.SECONDS).join().status()).isEqualTo(200);
        assertThat(owner.join().cacheStatus()).isEqualTo("fwd=miss; stored; collapsed");
        assertThat(owner.join().json()).isEqualTo(other.json());
        assertThat(calls(person)).isEqualTo(2);
        assertThat(here.get(path(person)).cacheStatus()).isEqualTo("hit");
    }

    @Test
    void instancesMakeOneSecondCallTogether() {
        var person = "64a0c3f00001000000000062";
        var owner = hangingRead(person);
        here.injectFault("slow-first-byte=700", 1, "/people/" + person);

        var replies = IntStream.range(0, 20)
                .mapToObj(i -> async(() -> (i % 2 == 0 ? here : there).get(path(person))))
                .toList();

        assertThat(replies).allMatch(reply -> reply.join().status() == 200);
        assertThat(owner.join().status()).isEqualTo(200);
        assertThat(calls(person)).isEqualTo(2);
    }

    @Test
    void retryOfOneInstanceThatHangsIsFollowedByTheOther() {
        var person = "64a0c3f00001000000000064";
        here.injectFault(HANGS, 2, "/people/" + person);
        var owner = startRead(person);

        var second = async(() -> here.get(path(person)));
        await().until(() -> calls(person) == 2);
        var third = there.get(path(person));

        assertThat(third.status()).isEqualTo(200);
        assertThat(second.join().status()).isEqualTo(200);
        assertThat(owner.join().status()).isEqualTo(200);
        assertThat(calls(person)).isEqualTo(3);
    }

    private CompletableFuture<GatewayResponse> hangingRead(String person) {
        here.injectFault(HANGS, 1, "/people/" + person);
        return startRead(person);
    }

    /** Returns when the call is older than a second, as a read that joined it at once has waited so long. */
    private CompletableFuture<GatewayResponse> startRead(String person) {
        var read = async(() -> here.get(path(person), "Request-Timeout", "18"));
        await().until(() -> calls(person) == 1);
        assertThat(here.get(path(person), "Request-Timeout", "1.2").status()).isEqualTo(504);
        return read;
    }

    private static CompletableFuture<GatewayResponse> async(Supplier<GatewayResponse> read) {
        return CompletableFuture.supplyAsync(read, Thread::startVirtualThread);
    }

    private static String path(String person) {
        return "/api/v1/people/" + person;
    }

    private int calls(String person) {
        return here.calls("/people/" + person).size();
    }
}
