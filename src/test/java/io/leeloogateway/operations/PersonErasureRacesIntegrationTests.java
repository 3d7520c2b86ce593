package io.leeloogateway.operations;

import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.fixtures.DatabaseContents;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SecondGateway;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.operations.reconcile.Reconciler;
import io.leeloogateway.request.OffsetPageRequest;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Requests in progress during an erasure restore no personal data. */
@GatewayTest
@TestPropertySource(properties = {"test.database=erasure", "gateway.cache.messages.time-to-live=1h"})
class PersonErasureRacesIntegrationTests {

    private static final String CHANNEL = "/channels/64a0c3f00001000000000003";
    private static final List<String> PERSONAL =
            List.of("Kovalenko", "12025550101", "is it for beginners", "likes green tea");

    private static final List<String> CACHED_LISTS = List.of("/api/v1/people?limit=3", "/api/v1/orders?limit=3");
    private static final OffsetPageRequest PAGE = new OffsetPageRequest(3, null);
    private static final List<Query<?>> CACHED = List.of(
            new FindPerson(GatewayClient.ANNA),
            new ListPeople(List.of(), null, null, null, null, PAGE),
            new ListOrders(PAGE));

    @Autowired
    LocalCache localCache;

    @Autowired
    Reconciler reconciler;

    @Autowired
    JdbcClient database;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private GatewayClient caller;

    @BeforeEach
    void setUp() {
        caller = new GatewayClient(address, key);
        caller.reset();
        database.sql("truncate operations").update();
    }

    @ParameterizedTest
    @CsvSource({
        PERSON + ", /people",
        "/api/v1/people?phone=%2B12025550101, /people",
        "/api/v1" + CHANNEL + "/person, /communication-channels",
        "/api/v1" + CHANNEL + "/messages, /communication-channels",
        "/api/v1/channels?limit=100, /communication-channels"
    })
    void readInProgressStoresNothing(String path, String operation) {
        caller.injectFault("hang-after-apply=2500", 1, operation);
        var read = inBackground(() -> caller.get(path));
        await().until(() -> !caller.calls(operation).isEmpty());

        assertThat(erase().status()).isEqualTo(204);

        assertThat(read.join().status()).isEqualTo(200);
        assertThat(new DatabaseContents(database).find(PERSONAL)).isEmpty();
    }

    @Test
    void changeInProgressIsFinishedWithoutItsResponse() {
        caller.injectFault("hang-after-apply=2500", 1, "/people");
        var change = inBackground(() -> caller.send(
                "POST", PERSON + "/comments", "{\"text\":\"likes green tea\"}", "Idempotency-Key", "in-progress"));
        await().until(() -> !caller.calls("/people").isEmpty());

        assertThat(erase().status()).isEqualTo(204);

        assertThat(change.join().status()).isEqualTo(201);
        assertThat(database.sql("select outcome from operations")
                        .query(String.class)
                        .single())
                .isEqualTo("applied");
        assertThat(new DatabaseContents(database).find(PERSONAL)).isEmpty();
    }

    /** The caller has heard that the outcome is unknown; the response of Leeloo comes after the erasure. */
    @Test
    void lateResponseIsNotStored() {
        commentWithLateResponse();

        assertThat(erase().status()).isEqualTo(204);

        assertThatLateResponseIsNotStored();
    }

    /** The late response corrects what a person has decided meanwhile. */
    @Test
    void lateResponseToAResolvedOperationIsNotStored() {
        var operation = commentWithLateResponse().operationId();
        assertThat(new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY)
                        .send(
                                "PATCH",
                                "/api/v1/operations/" + operation,
                                "{\"outcome\":\"not_applied\",\"evidence\":\"not seen\"}")
                        .status())
                .isEqualTo(200);

        assertThat(erase().status()).isEqualTo(204);

        assertThatLateResponseIsNotStored();
    }

    private GatewayResponse commentWithLateResponse() {
        caller.injectFault("hang-after-apply=4000", 1, "/people");
        var change = caller.send(
                "POST",
                PERSON + "/comments",
                "{\"text\":\"likes green tea\"}",
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Request-Timeout",
                "1");
        assertThat(change.status()).isEqualTo(504);
        return change;
    }

    private void assertThatLateResponseIsNotStored() {
        await().until(() -> database.sql("select outcome from operations")
                .query(String.class)
                .single()
                .equals("applied"));
        assertThat(new DatabaseContents(database).find(PERSONAL)).isEmpty();
    }

    /** The check asks for the tags first, then for the person. */
    @Test
    void checkOfAnUnknownOutcomeStoresNothing() {
        caller.injectFault("cut-after-apply", 1, "/people");
        assertThat(caller.send("PUT", PERSON + "/tags/64a0c3f00003000000000005", "")
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("unknown");
        database.sql("update operations set next_reconciliation_at = clock_timestamp()")
                .update();
        var calls = caller.calls("/tags").size();
        caller.injectFault("hang-after-apply=1500", 1, "/tags");
        var check = inBackground(() -> {
            reconciler.reconcileNext();
            return true;
        });
        await().until(() -> caller.calls("/tags").size() > calls);

        assertThat(erase().status()).isEqualTo(204);

        check.join();
        assertThat(new DatabaseContents(database).find(PERSONAL)).isEmpty();
        assertThat(database.sql("select outcome from operations")
                        .query(String.class)
                        .single())
                .isEqualTo("unknown");
    }

    @Test
    void personLeavesTheMemoryOfAllReplicas() {
        try (var second = SecondGateway.start(
                "--test.database=erasure", "--gateway.leeloo.base-url=" + address + "/sandbox/leeloo/api/v2")) {
            var other = new GatewayClient(second.address(), key);
            other.get(PERSON);
            assertThat(other.getWithCacheControl("only-if-cached", PERSON).status())
                    .isEqualTo(200);
            caller.get(PERSON);
            CACHED_LISTS.forEach(caller::get);
            var memory = Stream.of(second.bean(LocalCache.class), localCache)
                    .flatMap(cache -> parsedValues(cache).stream())
                    .toList();

            erase();

            assertThat(other.getWithCacheControl("only-if-cached", PERSON).status())
                    .isEqualTo(504);
            await().until(() -> hasLeft(memory));
        }
    }

    /** Responses of which the caches keep the parsed values. */
    private static List<WeakReference<Object>> parsedValues(LocalCache cache) {
        return CACHED.stream()
                .map(query -> new WeakReference<Object>(cache.read(query, cache.find(query.cacheKey()))))
                .toList();
    }

    private static boolean hasLeft(List<WeakReference<Object>> memory) {
        System.gc();
        return memory.stream().allMatch(value -> value.refersTo(null));
    }

    private GatewayResponse erase() {
        return new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY)
                .send("DELETE", PERSON + "/personal-data", "");
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
    }
}
