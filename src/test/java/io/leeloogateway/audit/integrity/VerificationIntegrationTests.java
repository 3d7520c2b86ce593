package io.leeloogateway.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.audit.AuditTest;
import io.leeloogateway.audit.AuditVerificationCommand;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.bulkhead.SlowQueries;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AuditTest
class VerificationIntegrationTests {

    private static final String PATH = "/api/v1/audit-entries/verification";

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditEventRepository events;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Verifier verifier;

    @Autowired
    SegmentReader segments;

    @Autowired
    UnsealedEventReader unsealed;

    @Autowired
    SlowQueries slowQueries;

    @Autowired
    AuditWriter writer;

    @Autowired
    Environment environment;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private Tampering superuser;
    private GatewayClient caller;
    private SealedAuditLog sealed;
    private List<UUID> ids;

    @BeforeEach
    void write() {
        superuser = new Tampering(database, transactions);
        caller = new GatewayClient(address, key);
        sealed = new SealedAuditLog(database, events, beans.createBean(Sealer.class), verifier);
        Awaitility.await().until(() -> writer.size() == 0);
        superuser.eraseAll();
        ids = sealed.write(4, Instant.now());
        sealed.seal();
    }

    @Test
    void recordedRequestsAreIntact() {
        for (var i = 0; i < 4; i++) {
            var id = "sealed-" + UUID.randomUUID();
            caller.get("/api/v1/me", "X-Request-Id", id);
            new AuditRows(database).only(id);
        }
        assertThat(caller.get(PATH).json().at("/unsealed/events").intValue()).isGreaterThanOrEqualTo(4);
        sealed.seal();

        var view = sealed.verify();

        assertThat(view.findings()).isEmpty();
        assertThat(view.intact()).isTrue();
        assertThat(view.events()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void routeReportsFindings() {
        superuser.run("delete from audit_events where id = ?", ids.get(2));

        var answer = caller.get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("intact").booleanValue()).isFalse();
        assertThat(answer.json().path("findingCount").intValue()).isEqualTo(1);
        assertThat(answer.json().at("/findings/0/seal").longValue()).isEqualTo(1);
        assertThat(caller.get(PATH + "?seal=7:0123456789ab")
                        .json()
                        .path("findingCount")
                        .intValue())
                .isEqualTo(2);
        assertThat(caller.get(PATH + "?seal=7").status()).isEqualTo(400);
    }

    /** An event of an import has nearly a megabyte. */
    @Test
    void fewEventsAreInMemoryAtOnce() {
        var sizes = new ArrayList<Integer>();

        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            segments.read(cluster(), "0", "9223372036854775807", row -> sizes.add(row.getFetchSize()));
            unsealed.read(SealedAuditLog.ALL, new SealedRanges(), row -> sizes.add(row.getFetchSize()));
        });

        assertThat(sizes).hasSizeGreaterThanOrEqualTo(2 * ids.size()).containsOnly(50);
    }

    /** A verification takes a connection for its whole duration. */
    @Test
    void verificationTakesAPermitOfSlowQueries() {
        var refused = slowQueries.run(() -> slowQueries.run(() -> catchThrowable(sealed::verify)));

        assertThat(refused).hasMessageContaining("too many searches or lists");
        assertThat(sealed.verify().intact()).isTrue();
    }

    @Test
    void secondVerificationIsAConflict() {
        var first = new CompletableFuture<GatewayResponse>();

        var second = whileTheTableIsLocked(() -> {
            first.completeAsync(() -> caller.get(PATH));
            Awaitility.await().until(() -> waitingForTheTable() == 1);
            return caller.get(PATH);
        });

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("type").stringValue()).endsWith("/conflict");
        assertThat(first.join().status()).isEqualTo(200);
    }

    @Test
    void commandReportsFindingsWithItsExitCode() {
        var newest = sealed.seals().getLast();
        assertThat(command("verify-audit")).startsWith("0 ").contains("intact", "4 events");
        assertThat(command("verify-audit", "seal=" + newest + ":0123456789ab"))
                .startsWith("1 ")
                .contains("differs from the noted one");

        superuser.run("delete from audit_events where id = ?", ids.get(2));

        assertThat(command("verify-audit")).startsWith("1 ").contains("CHANGED", "4 events were sealed, 3 exist");
        assertThat(command("verify-audit", "yesterday")).startsWith("2 ").contains("usage");
        assertThat(command("verify-audit", "seal=x")).startsWith("2 ").contains("usage");
        assertThat(command("verify-audit", "2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z"))
                .startsWith("2 ")
                .contains("usage");
    }

    @Test
    void commandReportsAnUnreadableDatabase() {
        var nowhere = "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/postgres";

        assertThat(command("verify-audit", nowhere)).startsWith("3 ").contains("NOT VERIFIED");
    }

    @Test
    void triggerRejectsChanges() {
        for (var sql : List.of(
                "update audit_events set outcome = 'success'",
                "delete from audit_events",
                "truncate audit_events",
                "delete from audit_seals",
                "update audit_seals set events = 1",
                "truncate audit_seals")) {
            assertThatThrownBy(() -> database.sql(sql).update())
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    private long waitingForTheTable() {
        return database.sql("select count(*) from pg_locks where relation = 'audit_events'::regclass and not granted")
                .query(Long.class)
                .single();
    }

    private <T> T whileTheTableIsLocked(java.util.function.Supplier<T> work) {
        var result = new TransactionTemplate(transactions).execute(_ -> {
            database.sql("lock table audit_events in access exclusive mode").update();
            return work.get();
        });
        return java.util.Objects.requireNonNull(result);
    }

    private String command(String... args) {
        var out = new ByteArrayOutputStream();
        var settings = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "gateway.access.pepper")
                .filter(name -> Stream.of(args).noneMatch(arg -> arg.startsWith("--" + name)))
                .map(name -> "--" + name + "=" + environment.getProperty(name));
        var code = AuditVerificationCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Stream.concat(Stream.of(args), settings).toArray(String[]::new));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    private long cluster() {
        return database.sql("select " + AuditEventRepository.THIS_CLUSTER)
                .query(Long.class)
                .single();
    }
}
