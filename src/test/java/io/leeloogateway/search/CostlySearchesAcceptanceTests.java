package io.leeloogateway.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Clients that search, again and again, for as many words with typing errors as possible do not stop the searches and lists of another client. */
@GatewayTest
@Tag("acceptance")
class CostlySearchesAcceptanceTests {

    private static final int PEOPLE = 500;
    private static final int CLIENTS = 6;
    private static final int SEARCHES_OF_A_CLIENT = 12;
    private static final Duration DURATION = Duration.ofSeconds(30);
    private static final List<String> OTHERS =
            List.of("/api/v1/people/search?q=anna", "/api/v1/operations?limit=5", "/api/v1/audit-entries?limit=5");

    private final Random random = new Random(7);
    private final List<String> words =
            IntStream.range(0, 42).mapToObj(_ -> word()).toList();

    @Autowired
    JdbcClient database;

    @AfterEach
    void deletePeople() {
        database.sql("truncate cached_people").update();
    }

    @Test
    void searchesAndListsOfAnotherClientAreServed(
            @Value("${server.port}") int port,
            @Value("${gateway.access.demo-key}") String key,
            @Autowired RestTestClient http)
            throws Exception {
        IntStream.range(0, PEOPLE).forEach(this::store);
        var clients = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var address = "http://127.0.0.1:" + port;
        var end = Instant.now().plus(DURATION);
        var searchers = IntStream.range(0, CLIENTS)
                .mapToObj(_ -> {
                    var form = new HashMap<>(TestClients.client("people:read"));
                    form.put("requestsPerMinute", 6000);
                    return new GatewayClient(address, clients.newKey(clients.newClient(Map.copyOf(form))));
                })
                .flatMap(client -> IntStream.range(0, SEARCHES_OF_A_CLIENT)
                        .mapToObj(thread -> CompletableFuture.supplyAsync(
                                () -> search(client, thread, end), Thread::startVirtualThread)))
                .toList();
        var other = new GatewayClient(address, key);
        var statuses = new ArrayList<Integer>();
        var millis = new ArrayList<Long>();
        while (Instant.now().isBefore(end)) {
            var started = System.nanoTime();
            statuses.add(other.get(OTHERS.get(statuses.size() % OTHERS.size())).status());
            millis.add(Duration.ofNanos(System.nanoTime() - started).toMillis());
            Thread.sleep(Duration.ofMillis(250));
        }
        var served = searchers.stream().mapToInt(CompletableFuture::join).sum();

        var sorted = millis.stream().sorted().toList();
        AcceptanceReport.print(
                "costly-searches",
                List.of(
                        "beside %d costly searches, %d searches and lists of another client: %d answered, p50 %d ms, max %d ms"
                                .formatted(
                                        served,
                                        statuses.size(),
                                        statuses.stream()
                                                .filter(status -> status == 200)
                                                .count(),
                                        sorted.get(sorted.size() / 2),
                                        sorted.getLast())));
        assertThat(served).isGreaterThan(CLIENTS);
        assertThat(statuses).containsOnly(200);
    }

    /** Returns the number of searches that were run, though some took too long. */
    private int search(GatewayClient client, int seed, Instant end) {
        var order = new Random(seed);
        var served = 0;
        while (Instant.now().isBefore(end)) {
            var misspelled = IntStream.range(0, seed == 0 ? 8 : 28)
                    .mapToObj(_ -> words.get(order.nextInt(words.size())).substring(1) + "x")
                    .collect(joining(" "));
            var response = client.get("/api/v1/people/search?limit=100&total=true&q="
                    + URLEncoder.encode(misspelled, StandardCharsets.UTF_8));
            served += isServed(response) ? 1 : 0;
        }
        return served;
    }

    private static boolean isServed(GatewayResponse response) {
        return !response.json().path("type").asString().endsWith("/overloaded");
    }

    private void store(int number) {
        var name = IntStream.range(0, 85)
                .mapToObj(_ -> words.get(random.nextInt(words.size())))
                .collect(joining(" "));
        database.sql("""
                        insert into cached_people (id, list_row, list_row_fetched_at, name)
                        values (lpad(to_hex(:number), 24, '0'), json_build_object('id', lpad(to_hex(:number), 24, '0'), 'name', :name)::text, now(), :name)""").param("number", number).param("name", name).update();
    }

    private String word() {
        return random.ints(6, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
