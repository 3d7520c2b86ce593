package io.leeloogateway.webhooks;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static io.leeloogateway.fixtures.GatewayTest.NEXT_WEBHOOK_SECRET;
import static io.leeloogateway.fixtures.GatewayTest.WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.request.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leeloo's events, through the whole application. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class WebhooksIntegrationTests {

    private static final String CHANNEL = "64a0c3f00001000000000003";
    private static final String ORDER = "64a0c3f0000b000000000001";
    private static final String EVENT = """
            {"type":"ORDER","data":{"order_id":"%s","account_id":"%s","email":"event@example.org","price":1}}""".formatted(ORDER, CHANNEL);

    @Autowired
    JdbcClient database;

    @Autowired
    HintedReads reads;

    @Autowired
    WebhookPlaces places;

    private GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        database.sql("truncate webhook_events").update();
    }

    @AfterEach
    void acceptAgain() {
        database.sql("drop function if exists reject_load() cascade").update();
    }

    @Test
    void eventRefreshesTheOrderAndThePersonOfTheChannel() {
        gateway.get(PERSON);
        gateway.get("/api/v1/orders/" + ORDER);
        gateway.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"new@example.org\"}");

        assertThat(receive(WEBHOOK_SECRET, EVENT).status()).isEqualTo(200);
        read();

        var person = gateway.get(PERSON);
        assertThat(person.text("email")).isEqualTo("new@example.org");
        assertThat(person.header("Cache-Status")).contains("hit");
        assertThat(gateway.calls("/orders/" + ORDER)).hasSize(2);
        assertThat(pending()).isZero();
    }

    @Test
    void eventThatIsSentAgainCountsOnce() {
        receive(WEBHOOK_SECRET, EVENT);
        receive(NEXT_WEBHOOK_SECRET, EVENT);

        assertThat(kept()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"NEW_MESSAGE\",\"data\":{\"text\":\"hi\"}}",
                "{}",
                "[]",
                "no JSON",
                "",
                "{\"type\":7,\"data\":null}"
            })
    void eventOfAnUnknownFormIsKept(String body) {
        assertThat(receive(WEBHOOK_SECRET, body).status()).isEqualTo(200);

        read();

        assertThat(kept()).isEqualTo(1);
        assertThat(gateway.calls("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"html-502, 1", "not-found-404, 0"})
    void failureOfLeelooPostponesTheRead(String fault, int left) {
        gateway.injectFault(fault, 100, "/orders");
        receive(WEBHOOK_SECRET, EVENT);

        read();

        assertThat(pending()).isEqualTo(left);
    }

    @Test
    void eventThatCannotBeHandledDoesNotHoldUpOthers() {
        database.sql("""
                create function reject_load() returns trigger as 'begin raise exception using errcode = ''54000''; end' language plpgsql;
                create trigger reject_load before insert on cache_loads for each row when (new.cache_key like 'CHANNEL_PERSON %') execute function reject_load()""").update();
        receive(WEBHOOK_SECRET, "{\"data\":{\"account_id\":\"%s\"}}".formatted(CHANNEL));
        receive(WEBHOOK_SECRET, "{\"data\":{\"order_id\":\"%s\"}}".formatted(ORDER));

        read();

        assertThat(gateway.calls("/orders/" + ORDER)).hasSize(1);
        assertThat(database.sql("select attempts from webhook_events where next_try_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wrong", "of-no-worth-webhook-secret-012345678", "of-no-worth-webhook-secret-0123456789x", "%20"
            })
    void wrongSecretIsAnUnknownPath(String secret) {
        var unknown = gateway.send("POST", "/hook/leeloo/x", EVENT);

        var response = receive(secret, EVENT);

        assertThat(response.status()).isEqualTo(404);
        assertThat(withoutIds(response)).isEqualTo(withoutIds(unknown));
        assertThat(kept()).isZero();
    }

    @Test
    void largeEventIsRefused() {
        var response = receive(WEBHOOK_SECRET, "{\"type\":\"%s\"}".formatted("A".repeat(256 * 1024)));

        assertThat(response.status()).isEqualTo(413);
        assertThat(kept()).isZero();
    }

    @Test
    void eventIsRefusedWhileTooManyAreReceived() {
        var taken = new ArrayList<WebhookPlaces.Place>();
        assertThatExceptionOfType(TooManyWebhooks.class).isThrownBy(() -> {
            while (true) {
                taken.add(places.take());
            }
        });

        try {
            var refused = receive(WEBHOOK_SECRET, EVENT);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(kept()).isZero();
        } finally {
            taken.forEach(WebhookPlaces.Place::close);
        }
        assertThat(receive(WEBHOOK_SECRET, EVENT).status()).isEqualTo(200);
    }

    @Test
    void secretIsWrittenNowhere(CapturedOutput output) {
        receive(WEBHOOK_SECRET, EVENT);
        receive(WEBHOOK_SECRET, "A".repeat(300 * 1024));
        gateway.send("PUT", "/hooks/leeloo/" + WEBHOOK_SECRET, "{}");

        assertThat(output.getAll()).doesNotContain(WEBHOOK_SECRET).doesNotContain("event@example.org");
        assertThat(database.sql("select count(*) from audit_events e where e::text like ?")
                        .param("%" + WEBHOOK_SECRET + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void read() {
        reads.run(Deadline.after(Duration.ofSeconds(10)), () -> false);
    }

    private GatewayResponse receive(String secret, String body) {
        return gateway.send("POST", "/hooks/leeloo/" + secret, body);
    }

    private static String withoutIds(GatewayResponse response) {
        return response.body().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    }

    private int kept() {
        return database.sql("select count(*) from webhook_events")
                .query(Integer.class)
                .single();
    }

    private int pending() {
        return database.sql("select count(*) from webhook_events where next_try_at is not null")
                .query(Integer.class)
                .single();
    }
}
