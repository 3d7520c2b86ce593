package io.leeloogateway.webhooks;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static io.leeloogateway.fixtures.GatewayTest.WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.cache.PersonErased;
import io.leeloogateway.cache.PersonLinks;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The erasure of a person deletes the events that mention it. */
@GatewayTest
class WebhookErasureIntegrationTests {

    private static final String CHANNEL = "64a0c3f00001000000000003";
    private static final String ORDER = "64a0c3f0000b000000000001";
    private static final String OTHER = "64a0c3f0000900000000%04d";

    @Autowired
    JdbcClient database;

    @Autowired
    WebhookEventRepository events;

    private GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        database.sql("truncate webhook_events").update();
    }

    @Test
    void erasureDeletesTheEventsOfAPerson() {
        gateway.get(PERSON);
        receive("{\"type\":\"ORDER\",\"data\":{\"order_id\":\"%s\",\"account_id\":\"%s\"}}".formatted(ORDER, CHANNEL));
        receive("{\"type\":\"NEW\",\"who\":\"%s\"}".formatted(ANNA));
        receive("{\"type\":\"NEW\",\"who\":\"%s\"}".formatted(OTHER.formatted(1)));

        gateway.send("DELETE", PERSON + "/personal-data", "");

        assertThat(kept()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON: %s!",
                "abc%s",
                "%s123",
                "64A0C3F0000B000000000001",
                "{\"order_id\":\"%1$s\",\"data\":{\"order_id\":\"%1$s\"}}"
            })
    void eventIsDeletedInWhateverFormItHasTheId(String form) {
        receive(form.formatted(ORDER));
        assertThat(unknown()).isZero();

        erase(ORDER);

        assertThat(kept()).isZero();
    }

    @Test
    void eventWithManyIdsIsDeleted() {
        receive(MentionedIdsTests.ids(200) + ORDER);
        receive(MentionedIdsTests.ids(202) + ORDER.toUpperCase(Locale.ROOT));
        receive(MentionedIdsTests.ids(201));
        assertThat(unknown()).isEqualTo(3);

        erase(ORDER);

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void eventThatThePreviousReleaseStoredIsDeleted() {
        insertAsBefore("who: " + ORDER);
        insertAsBefore("who: " + OTHER.formatted(1));

        erase(ORDER);

        assertThat(kept()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-1", "64A0C3F0000B000000000001", "ü", "64a0c3f0000b000000000001a"})
    void eventWithAnIdOfAnUnusualFormIsDeleted(String id) {
        receive("who: " + id);
        receive("who: " + OTHER.formatted(1));

        erase(id);

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void bodiesWhoseIdsAreNotedAreNotRead() {
        receive("who: " + ORDER);
        database.sql("update webhook_events set mentioned_ids = '{}'").update();

        erase(ORDER);

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void manyEventsOfOthersAreNotReadToFindTheEventsOfAPerson() {
        database.sql("""
                insert into webhook_events (id, digest, type, body, order_id, mentioned_ids, next_try_at)
                select gen_random_uuid(), sha256(convert_to(id, 'UTF8')), 'SALE', convert_to(id, 'UTF8'), id, array[id], null
                from generate_series(1, 9999) as nr, format('64a0c3f0000900000000%s', to_char(nr, 'FM0000')) as id""").update();
        database.sql("analyze webhook_events").update();

        var plan = database.sql("explain " + WebhookEventRepository.ERASE_BY_ID)
                .param("orders", new String[] {ORDER})
                .param("channels", new String[] {CHANNEL})
                .param("ids", new String[] {ANNA, ORDER, CHANNEL})
                .query(String.class)
                .list();

        assertThat(String.join("\n", plan))
                .contains("webhook_events_mentioned_ids", "webhook_events_order_id", "webhook_events_channel_id")
                .doesNotContain("Seq Scan");
    }

    private void receive(String body) {
        assertThat(gateway.send("POST", "/hooks/leeloo/" + WEBHOOK_SECRET, body).status())
                .isEqualTo(200);
    }

    private void insertAsBefore(String body) {
        database.sql("""
                        insert into webhook_events (id, digest, type, body, order_id, channel_id, next_try_at)
                        values (gen_random_uuid(), sha256(convert_to(:body, 'UTF8')), 'SALE', convert_to(:body, 'UTF8'), null, null, null)""").param("body", body).update();
    }

    private void erase(String orderId) {
        events.erase(new PersonErased(new PersonLinks(ANNA, Set.of(CHANNEL), Set.of(orderId))));
    }

    private int kept() {
        return database.sql("select count(*) from webhook_events")
                .query(Integer.class)
                .single();
    }

    private int unknown() {
        return database.sql("select count(*) from webhook_events where mentioned_ids is null")
                .query(Integer.class)
                .single();
    }
}
