package io.leeloogateway.webhooks;

import static io.leeloogateway.fixtures.GatewayTest.WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.request.SandboxReset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that come in large numbers. */
@GatewayTest
class WebhookVolumeIntegrationTests {

    private static final int MIB = 1024 * 1024;

    @Autowired
    JdbcClient database;

    @Autowired
    WebhookEventRepository events;

    @Autowired
    EventBudgets budgets;

    @Autowired
    WebhooksReset reset;

    private GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        reset.reset(new SandboxReset());
    }

    @AfterEach
    void end() {
        database.sql("drop function if exists reject_many() cascade").update();
        reset.reset(new SandboxReset());
    }

    @Test
    void eventWithoutRoomIsRefused() {
        budgets.take(new byte[63 * MIB]);
        var large = "A".repeat(250 * 1024);
        for (var nr = 0; nr < 4; nr++) {
            assertThat(receive(nr + large).status()).isEqualTo(200);
        }

        var response = receive("5" + large);

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.text("type")).isEqualTo("/problems/overloaded");
        assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(1, 20);
        assertThat(kept()).isEqualTo(4);
    }

    @Test
    void eventThatIsSentAgainNeedsNoRoom() {
        var large = "A".repeat(250 * 1024);
        receive(large);
        budgets.take(new byte[63 * MIB + 760 * 1024]);

        assertThat(receive("another " + large).status()).isEqualTo(503);
        assertThat(receive(large).status()).isEqualTo(200);
    }

    @Test
    void manyEventsWithUnknownIdsAreRefused() {
        budgets.takeForIds(new WebhookEvent(UUID.randomUUID(), "SALE", null, null, null), new byte[MIB - 1024]);

        assertThat(receive(MentionedIdsTests.ids(101)).status()).isEqualTo(503);
        assertThat(receive(MentionedIdsTests.ids(100)).status()).isEqualTo(200);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void oldEventsAreDeletedInPortions() {
        database.sql("""
                create function reject_many() returns trigger language plpgsql as 'begin
                    if (select count(*) from deleted) > 500 then raise exception ''too many''; end if; return null; end';
                create trigger reject_many after delete on webhook_events referencing old table as deleted
                    for each statement execute function reject_many()""").update();
        insert(1_200, "1 hour");
        insert(10, "1 minute");

        assertThat(events.deleteBefore(Instant.now().minusSeconds(600))).isEqualTo(1_200);

        assertThat(kept()).isEqualTo(10);
    }

    @Test
    void eventInUseDoesNotPreventTheDeletionOfOthers(@Autowired DataSource connections) throws SQLException {
        insert(1_200, "1 hour");
        try (var other = connections.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from webhook_events order by digest limit 1 for update");

            events.deleteBefore(Instant.now().minusSeconds(600));
        }

        assertThat(kept()).isEqualTo(1);
    }

    private GatewayResponse receive(String body) {
        return gateway.send("POST", "/hooks/leeloo/" + WEBHOOK_SECRET, body);
    }

    private void insert(int number, String age) {
        database.sql("""
                        insert into webhook_events (id, digest, type, body, received_at, next_try_at)
                        select gen_random_uuid(), sha256(convert_to(:age || nr, 'UTF8')), 'SALE', :body, clock_timestamp() - :age::interval, null
                        from generate_series(1, :number) as nr""")
                .param("age", age)
                .param("body", "{}".getBytes(StandardCharsets.UTF_8))
                .param("number", number)
                .update();
    }

    private int kept() {
        return database.sql("select count(*) from webhook_events")
                .query(Integer.class)
                .single();
    }
}
