package io.leeloogateway.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.EventHmac;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** Finds one edited event among a million within minutes and in constant memory. */
@GatewayTest
@TestPropertySource(properties = "test.database=million_events")
@Tag("acceptance")
class MillionEventsTests {

    private static final int MANY = 1_000_000;
    private static final int SEALS = 2_000_000;
    private static final int SEALS_PER_STATEMENT = 20_000;
    private static final int BATCH = 500;
    private static final List<String> VERBOSE_LOGGERS = List.of("org.postgresql", "org.springframework.jdbc");

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditEventRepository events;

    @Autowired
    EventHmac hmacs;

    @Autowired
    Sealer sealer;

    @Autowired
    Verifier verifier;

    /** Log level TRACE would write lines for each of a million rows. */
    @BeforeEach
    void reduceLogging() {
        VERBOSE_LOGGERS.forEach(
                name -> LoggingSystem.get(getClass().getClassLoader()).setLogLevel(name, LogLevel.INFO));
    }

    @AfterEach
    void erase() {
        VERBOSE_LOGGERS.forEach(
                name -> LoggingSystem.get(getClass().getClassLoader()).setLogLevel(name, null));
        var superuser = new Tampering(database, transactions);
        Awaitility.await("until PostgreSQL does not vacuum what was written")
                .ignoreExceptionsInstanceOf(UncategorizedSQLException.class)
                .until(() -> superuser.run("truncate audit_events, audit_seals") >= 0);
    }

    @Test
    void oneEditedEventAmongAMillionIsFound() {
        var sealed = new SealedAuditLog(database, events, sealer, verifier);
        var start = Instant.now().minus(Duration.ofHours(1));
        timed("writing", () -> write(sealed, start));
        timed("computing HMACs of", () -> {
            var event = SealedAuditLog.event(start);
            return Stream.generate(() -> hmacs.of(event))
                    .limit(MANY)
                    .mapToInt(hmac -> hmac.length)
                    .sum();
        });
        timed("sealing", () -> seal(sealed));

        var view = timed("verifying", sealed::verify);
        assertThat(view.findings()).isEmpty();
        assertThat(view.events()).isEqualTo(MANY);

        var edited = database.sql("select id from audit_events order by id offset ? limit 1")
                .param(MANY / 2)
                .query(UUID.class)
                .single();
        new Tampering(database, transactions)
                .run("update audit_events set client_id = 'cl_other' where id = ?", edited);
        assertThat(sealed.details())
                .containsExactlyInAnyOrder(
                        "event " + edited + " was not written by a gateway",
                        "its events or their order differ from what was sealed");
        var minute =
                new VerificationFilter(start.plus(Duration.ofMinutes(10)), start.plus(Duration.ofMinutes(11)), null);
        assertThat(timed("verifying a minute", () -> verifier.verify(minute)).intact())
                .isTrue();
    }

    /** The number of seals of a year. They seal no existing event, so only the duration is checked. */
    @Test
    void anHourAmongMillionsOfSealsIsVerifiedInSeconds() {
        timed("inserting seals", this::insertSeals);
        var at = Instant.parse("2025-07-01T12:00:00Z");

        var view = timed(
                "verifying an hour", () -> verifier.verify(new VerificationFilter(at, at.plusSeconds(3600), null)));
        assertThat(view.seals()).isBetween(240L, 242L);

        var recent = Instant.now().minusSeconds(3600);
        view = timed("verifying the last hour", () -> verifier.verify(new VerificationFilter(recent, null, null)));
        assertThat(view.seals()).isLessThan(10);
        view = timed("verifying half of them", () -> verifier.verify(new VerificationFilter(at, null, null)));
        assertThat(view.seals()).isGreaterThan(SEALS / 3);
    }

    /** Inserts in parts, because statements have a timeout. */
    private boolean insertSeals() {
        var superuser = new Tampering(database, transactions);
        for (var first = 1; first < SEALS; first += SEALS_PER_STATEMENT) {
            superuser.run("""
                    insert into audit_seals select number, 1, '2025-01-01', number::text::xid8, (number + 1)::text::xid8, number, 1,
                        audit_first_id(at), audit_first_id(at + interval '4 s'), sha256('x'), sha256('x'), at
                    from (select number, '2025-01-01'::timestamptz + number * interval '15 s' as at from generate_series(%d, %d) as number) as past
                    """.formatted(first, first + SEALS_PER_STATEMENT - 1));
        }
        return true;
    }

    private boolean write(SealedAuditLog sealed, Instant start) {
        for (var i = 0; i < MANY; i += BATCH) {
            sealed.write(BATCH, start.plusMillis(i * 3L));
        }
        return true;
    }

    private boolean seal(SealedAuditLog sealed) {
        while (database.sql("select coalesce(sum(events), 0) from audit_seals")
                        .query(Long.class)
                        .single()
                < MANY) {
            sealed.sealer().seal();
        }
        return true;
    }

    private static <T> T timed(String what, Supplier<T> work) {
        var begun = System.nanoTime();
        var result = work.get();
        System.out.printf("%s %d events: %d ms%n", what, MANY, (System.nanoTime() - begun) / 1_000_000);
        return result;
    }
}
