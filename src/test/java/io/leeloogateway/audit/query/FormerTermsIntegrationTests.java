package io.leeloogateway.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.AuditTest;
import io.leeloogateway.audit.integrity.SealedAuditLog;
import io.leeloogateway.audit.integrity.Sealer;
import io.leeloogateway.audit.integrity.Tampering;
import io.leeloogateway.audit.integrity.Verifier;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.fixtures.GatewayClient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Events of before 0.1 keep their words in the database; views, exports and filters use the current terms. */
@AuditTest
class FormerTermsIntegrationTests {

    private static final String LIST = "/api/v1/audit-entries";

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditEventRepository events;

    @Autowired
    AuditWriter writer;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Verifier verifier;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private Tampering superuser;
    private SealedAuditLog sealed;
    private GatewayClient caller;

    @BeforeEach
    void open() {
        superuser = new Tampering(database, transactions);
        sealed = new SealedAuditLog(database, events, beans.createBean(Sealer.class), verifier);
        caller = new GatewayClient(address, key);
        Awaitility.await().until(() -> writer.size() == 0);
        superuser.eraseAll();
    }

    @AfterEach
    void erase() {
        superuser.eraseAll();
    }

    @ParameterizedTest
    @CsvSource({"ok, success, failed", "refused, denied, success", "rejected, rejected, denied"})
    void formerOutcomeIsShownAndFoundInCurrentTerms(String former, String current, String other) {
        var id = write(SealedAuditLog.id(Instant.now()), "ended", former, "copy");

        var entry = caller.get(LIST + "/" + id).json();
        assertThat(entry.path("outcome").asString()).isEqualTo(current);
        assertThat(entry.path("servedFrom").asString()).isEqualTo("cache");
        assertThat(entry.at("/history/0/outcome").asString()).isEqualTo(current);
        assertThat(ids("outcome=" + current)).containsExactly(id.toString());
        assertThat(ids("outcome=" + other)).isEmpty();
        assertThat(caller.get(LIST + "?client=cl_former", "Accept", "text/csv").body())
                .contains("," + current + ",")
                .contains(",cache,")
                .doesNotContain(",copy,");
    }

    @Test
    void laterFormerOutcomeReplacesTheEarlierOne() {
        var id = write(SealedAuditLog.id(Instant.now()), "ended", "unknown", "leeloo");
        write(id, "settled", "ok", "gateway");

        assertThat(ids("outcome=unknown")).isEmpty();
        assertThat(ids("outcome=success")).containsExactly(id.toString());
        assertThat(caller.get(LIST + "/" + id).json().at("/history/1/kind").asString())
                .isEqualTo("resolved");
    }

    @Test
    void formerEventsAreIntact() {
        var id = write(SealedAuditLog.id(Instant.now()), "ended", "refused", "copy");
        write(id, "settled", "ok", "gateway");
        sealed.seal();

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().events()).isGreaterThanOrEqualTo(2);
    }

    private UUID write(UUID entryId, String kind, String outcome, @Nullable String servedFrom) {
        var template = SealedAuditLog.event(Instant.now());
        events.append(
                database,
                List.of(new AuditEvent(
                        SealedAuditLog.id(Instant.now()),
                        entryId,
                        kind,
                        new AuditEvent.Actor("former", "cl_former", "key_1", "192.0.2.1"),
                        template.subject(),
                        new AuditEvent.Result(outcome, 200, null, 12L, servedFrom, 3L, 0),
                        1,
                        null,
                        null)));
        return entryId;
    }

    private List<String> ids(String filter) {
        return caller.get(LIST + "?client=cl_former&" + filter)
                .json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("id").asString())
                .toList();
    }
}
