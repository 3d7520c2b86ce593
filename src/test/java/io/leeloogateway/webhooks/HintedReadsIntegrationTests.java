package io.leeloogateway.webhooks;

import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static io.leeloogateway.fixtures.GatewayTest.WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerState.SettableSchedulerState;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import io.leeloogateway.fixtures.DatabaseContents;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.request.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the order and the person of an event are fetched, and how often. */
@GatewayTest
class HintedReadsIntegrationTests {

    private static final String ORDER = "64a0c3f0000b000000000001";
    private static final String CHANNEL = "64a0c3f00001000000000003";
    private static final String OTHER_PERSON = "64a0c3f00001000000000006";
    private static final String OTHER_CHANNEL = "64a0c3f00001000000000007";
    private static final String OTHER_ORDER = "64a0c3f0000b000000000002";

    @Autowired
    JdbcClient database;

    @Autowired
    WebhookEventRepository events;

    @Autowired
    HintedReads reads;

    @Autowired
    Task<Void> webhookReadsJob;

    private final SettableSchedulerState scheduler = new SettableSchedulerState();
    private GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        database.sql("truncate webhook_events").update();
    }

    @Test
    void runThatTookItsTimeLeavesTheRestDue() {
        gateway.injectFault("slow-first-byte=1500", 1, "/orders");
        receive(ORDER);
        receive(OTHER_ORDER);

        read(Duration.ofSeconds(1), () -> false);

        assertThat(gateway.calls("/orders")).hasSize(1);
        assertThat(attemptsOfDueEvents()).containsExactly(0);
    }

    @Test
    void runEndsBetweenEventsWhenTheInstanceStops() {
        receive(ORDER);
        receive(OTHER_ORDER);

        read(Duration.ofSeconds(10), () -> !gateway.calls("/orders").isEmpty());

        assertThat(gateway.calls("/orders")).hasSize(1);
        assertThat(attemptsOfDueEvents()).containsExactly(0);
    }

    @Test
    void jobStartsNoReadWhileTheSchedulerStops() {
        receive(ORDER);

        runJob();
        receive(OTHER_ORDER);
        scheduler.setIsShuttingDown();
        runJob();

        assertThat(gateway.calls("/orders")).hasSize(1);
        assertThat(attemptsOfDueEvents()).containsExactly(0);
    }

    @Test
    void eventThatIsSentAgainAfterItsReadStartsAnother() {
        receive(ORDER);
        runJob();
        database.sql("update webhook_events set attempts = 7").update();

        receive(ORDER);

        assertThat(attemptsOfDueEvents()).containsExactly(0);
        runJob();
        assertThat(gateway.calls("/orders/" + ORDER)).hasSize(2);
        assertThat(attemptsOfDueEvents()).isEmpty();
    }

    /** Leeloo may have answered before what the second event says. */
    @Test
    void eventThatIsSentAgainDuringItsReadStartsAnother() {
        receive(ORDER);
        var beingRead = events.findDue(1).getFirst();

        receive(ORDER);
        events.complete(beingRead);
        events.tryLater(beingRead, Duration.ofHours(1));

        assertThat(attemptsOfDueEvents()).containsExactly(0);
    }

    @Test
    void eventThatIsSentAgainBeforeItsNextAttemptChangesNothing() {
        receive(ORDER);
        database.sql("update webhook_events set attempts = 3, next_try_at = clock_timestamp() + interval '1 hour'")
                .update();

        receive(ORDER);

        assertThat(attemptsOfDueEvents()).isEmpty();
        assertThat(database.sql("select attempts from webhook_events")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void eventWithoutIdsThatIsSentAgainStartsNoRead() {
        send("{\"type\":\"NEW_MESSAGE\"}");
        send("{\"type\":\"NEW_MESSAGE\"}");

        assertThat(attemptsOfDueEvents()).isEmpty();
    }

    /** The channel is asked for first, then the person. */
    @Test
    void personWhoIsErasedDuringTheReadsIsNotStoredAgain() {
        gateway.injectFault("hang-after-apply=1500", 1, "/communication-channels");
        send("{\"type\":\"ORDER\",\"data\":{\"account_id\":\"%s\"}}".formatted(CHANNEL));
        var running = CompletableFuture.runAsync(this::runJob);
        await().until(() -> !gateway.calls("/communication-channels").isEmpty());

        erase();
        running.join();

        assertThat(new DatabaseContents(database).find(List.of("Kovalenko"))).isEmpty();
        assertThat(attemptsOfDueEvents()).isEmpty();
    }

    @Test
    void eventThatWasErasedSinceItWasFoundStartsNoRead() {
        gateway.injectFault("hang-after-apply=1500", 1, "/orders");
        receive(ORDER);
        send("{\"type\":\"ORDER\",\"data\":{\"account_id\":\"%s\"}}".formatted(CHANNEL));
        var running = CompletableFuture.runAsync(this::runJob);
        await().until(() -> !gateway.calls("/orders").isEmpty());

        erase();
        running.join();

        assertThat(gateway.calls("/communication-channels")).isEmpty();
    }

    @Test
    void eventOfAnotherPersonIsReadBesideAnErasure() {
        gateway.injectFault("hang-after-apply=1500", 1, "/communication-channels");
        send("{\"type\":\"ORDER\",\"data\":{\"account_id\":\"%s\"}}".formatted(OTHER_CHANNEL));
        var running = CompletableFuture.runAsync(this::runJob);
        await().until(() -> !gateway.calls("/communication-channels").isEmpty());

        erase();
        running.join();

        assertThat(gateway.calls("/communication-channels")).hasSize(1);
        assertThat(gateway.calls("/people/" + OTHER_PERSON)).hasSize(1);
        assertThat(attemptsOfDueEvents()).isEmpty();
    }

    private void erase() {
        assertThat(gateway.send("DELETE", PERSON + "/personal-data", "").status())
                .isEqualTo(204);
    }

    private void read(Duration limit, BooleanSupplier isStopping) {
        reads.run(Deadline.after(limit), isStopping);
    }

    private void runJob() {
        webhookReadsJob.execute(
                webhookReadsJob.instance("recurring"), new ExecutionContext(scheduler, null, null, null));
    }

    private void receive(String orderId) {
        send("{\"type\":\"SALE\",\"data\":{\"order_id\":\"%s\"}}".formatted(orderId));
    }

    private void send(String body) {
        assertThat(gateway.send("POST", "/hooks/leeloo/" + WEBHOOK_SECRET, body).status())
                .isEqualTo(200);
    }

    private List<Integer> attemptsOfDueEvents() {
        return database.sql("select attempts from webhook_events where next_try_at <= clock_timestamp()")
                .query((row, _) -> row.getInt("attempts"))
                .list();
    }
}
