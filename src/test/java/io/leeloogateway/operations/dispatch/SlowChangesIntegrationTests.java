package io.leeloogateway.operations.dispatch;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One client's changes for which Leeloo is slow do not stop the changes of another. */
@GatewayTest
class SlowChangesIntegrationTests {

    private static final int MANY = 24;
    private static final int CONCURRENT = 6;

    @Autowired
    RestTestClient http;

    @Value("${server.port}")
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    GatewayClient demo;
    GatewayClient slow;

    @BeforeEach
    void setUp() {
        demo = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        demo.resetAll();
        var clients = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        slow = new GatewayClient("http://127.0.0.1:" + port, clients.newKeyWithScopes("people:write"));
    }

    @Test
    void othersChangesGoOn() {
        demo.injectFault("hang-after-apply=8000", MANY, "/people/" + ANNA + "/add-comment");
        var comments = IntStream.range(0, MANY)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> comment(number), Thread::startVirtualThread))
                .toList();
        await().until(() -> demo.calls("/people/" + ANNA + "/add-comment").size() == CONCURRENT);

        // longer than a call takes to count as slow
        await().pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    assertThat(demo.send("PATCH", PERSON, "{\"email\":\"%s@example.org\"}".formatted(System.nanoTime()))
                                    .status())
                            .isEqualTo(204);
                    return comments.stream().anyMatch(CompletableFuture::isDone);
                });
        assertThat(demo.calls("/people/" + ANNA + "/add-comment").size()).isLessThanOrEqualTo(CONCURRENT);
        comments.forEach(CompletableFuture::join);
    }

    private int comment(int number) {
        return slow.send(
                        "POST",
                        PERSON + "/comments",
                        "{\"text\":\"Called %d\"}".formatted(number),
                        "Request-Timeout",
                        "7")
                .status();
    }
}
