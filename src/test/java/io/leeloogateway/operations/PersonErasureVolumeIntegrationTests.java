package io.leeloogateway.operations;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Erases a person although the ledger, the cache or the person's own history is large. */
@GatewayTest
@TestPropertySource(properties = {"test.database=erasure", "gateway.cache.messages.time-to-live=1h"})
class PersonErasureVolumeIntegrationTests {

    /** The beginning of the ids of 500 people. */
    private static final String OTHER = "64a0c3f0000900000000";

    private static final String PHONE = "12025550101";

    private static final String LONG_WORDS =
            "(select string_agg(translate(md5(word || '-' || nr), '0123456789', 'ghijklmnop'), ' ') from generate_series(1, 300) as word)";
    /** A slow machine inserts them within the statement timeout, too. */
    private static final int LONG_TEXTS = 20;

    private static final int BATCH = 500;

    @Autowired
    JdbcClient database;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String user;

    @Value("${spring.datasource.password}")
    String password;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    private GatewayClient admin;

    @BeforeEach
    @AfterEach
    void clear() {
        admin = new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        database.sql("truncate operations").update();
    }

    @Test
    void manyCommentsOnOthersDoNotPreventErasure() throws SQLException {
        insert(3_600, OTHER, LONG_WORDS);
        insert(65_000, OTHER, "'call +1 (303) 555-' || nr || ' or write to caller' || nr || '@example.org'");
        insert(1, OTHER, "'her number is (+1) 202.555-0101'");

        assertThat(erase().status()).isEqualTo(204);

        assertThat(remaining()).isEqualTo(68_600);
        assertThat(plan())
                .contains("operations_contacts", "operations_target_id")
                .doesNotContain("Seq Scan on operations");
    }

    @Test
    void erasureInPortionsSaysWhatIsLeftAndGoesOn() {
        insert(1_200, ANNA, "'likes green tea'");

        var first = erase("Request-Timeout", "0.9");

        assertThat(first.status()).as(first.body()).isEqualTo(503);
        assertThat(first.json().path("type").asString()).endsWith("/erasure-incomplete");
        assertThat(first.json().path("detail").asString()).contains("700 operations");
        assertThat(first.json().path("retryable").asBoolean()).isTrue();
        assertThat(first.header("Retry-After")).isEqualTo("1");
        assertThat(remaining()).isEqualTo(700);
        assertThat(erase("Request-Timeout", "0.9").status()).isEqualTo(503);
        assertThat(erase("Request-Timeout", "0.9").status()).isEqualTo(204);
        assertThat(remaining()).isZero();
    }

    @Test
    void manyChangesOfThePersonAreErasedInOneRequest() {
        insert(20_000, ANNA, "'likes green tea, " + PHONE + "'");

        assertThat(erase("Request-Timeout", "30").status()).isEqualTo(204);

        assertThat(remaining()).isZero();
    }

    @Test
    void manyCachedListsAreDeletedInPortions() {
        database.sql("""
                        insert into cached_documents (id, kind, document, fetched_at, generation)
                        select 'MESSAGES ' || nr, 'MESSAGES', 'x', clock_timestamp(), 0 from generate_series(1, 20000) as nr""").update();

        assertThat(erase("Request-Timeout", "30").status()).isEqualTo(204);

        assertThat(database.sql("select count(*) from cached_documents where kind = 'MESSAGES'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Comments of 10,000 characters with many digits or many at signs, and an import of a mebibyte. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select string_agg(mod(nr * nr, 7919)::text, '') from generate_series(1, 2600) as nr)",
                "(select string_agg(chr(97 + mod(nr, 26)) || chr(97 + mod(nr * nr, 26)) || '@', '') from generate_series(1, 3300) as nr)",
                "(select jsonb_agg(jsonb_build_array('+1202' || 5550000 + nr, md5(nr || '') || '@example.org')) from generate_series(1, 15000) as nr)"
            })
    void longestTextsAreInsertedWithinTheStatementTimeout(String text) {
        insert(1, OTHER, text);

        assertThat(remaining()).isOne();
    }

    private void insert(int rows, String person, String text) {
        var batch = text.equals(LONG_WORDS) ? LONG_TEXTS : BATCH;
        for (var inserted = 0; inserted < rows; inserted += batch) {
            database.sql("""
                            insert into operations (id, client_id, action, target_kind, target_id, key_active, fingerprint, change, invalidations,
                                request, outcome, request_id, instance_id, started_at)
                            select uuidv7(), 'volume', 'people.addComment', 'person', rpad(:person, 24, lpad(nr::text, 4, '0')), false, 'f' || nr, 'AddComment', '{}',
                                jsonb_build_object('personId', :person::text, 'text', %s)::text, 'unknown', 'volume', uuidv7(), clock_timestamp()
                            from generate_series(1, least(:batch, :rows)) as nr""".formatted(text))
                    .param("person", person)
                    .param("batch", batch)
                    .param("rows", rows - inserted)
                    .update();
        }
    }

    private int remaining() {
        return database.sql("select count(*) from operations where request is not null")
                .query(Integer.class)
                .single();
    }

    /** The statistics may be of the rows of an earlier test. A session of the application may not analyze for as long as that takes here. */
    private String plan() throws SQLException {
        try (var session = DriverManager.getConnection(url, user, password);
                var statement = session.createStatement()) {
            statement.execute("analyze operations");
        }
        return String.join(
                "\n",
                database.sql("explain " + OperationEraser.FIND)
                        .param("ids", new String[] {ANNA})
                        .param("contacts", new String[] {PHONE})
                        .query(String.class)
                        .list());
    }

    private GatewayResponse erase(String... headers) {
        return admin.send("DELETE", PERSON + "/personal-data", "", headers);
    }
}
