package io.leeloogateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leeloogateway.audit.ChangeAudit;
import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.operations.dispatch.InstanceRepository;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OperationsTest
class OperationRetentionIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    OperationRetention retention;

    @Autowired
    InstanceRepository instances;

    @Autowired
    ChangeAudit audit;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    ChangeClient client;
    OperationTableRows rows;
    String key;

    @BeforeEach
    void setUp() {
        client = new ChangeClient("http://127.0.0.1:" + port, demoKey);
        rows = new OperationTableRows(database);
        key = UUID.randomUUID().toString();
    }

    /** Of 13 months, the audit log may have dropped entries older than 388 days. */
    @Test
    void retentionMustNotExceedTheAuditRetention() {
        assertThat(withRetention(Duration.ofDays(388), clock)).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withRetention(Duration.ofDays(389), clock))
                .withMessageContaining("gateway.audit.retention-months");
    }

    private OperationRetention withRetention(Duration period, Clock ownClock) {
        var properties = new OperationsProperties(true, false, Duration.ofHours(24), period, 12, 8);
        return new OperationRetention(database, instances, properties, audit, ownClock);
    }

    @Test
    void idempotencyKeyIsClearedAfterADay() {
        var first = client.comment("Called", "Idempotency-Key", key);
        var old = moveIntoThePast(first.operationId(), Duration.ofHours(24).plusSeconds(5));

        retention.run();

        var row = rows.row(old);
        assertThat(row.idempotencyKey()).isNull();
        assertThat(row.fingerprint()).isNull();
        assertThat(row.response()).isNull();
        assertThat(row.request()).isNull();
        assertThat(client.outcome(old)).isEqualTo("applied");
        var other = client.comment("Something else", "Idempotency-Key", key);
        assertThat(other.status()).as(other.body()).isEqualTo(201);
        assertThat(other.isReplay()).isFalse();
    }

    @Test
    void idempotencyKeyIsReplayedForADay() {
        var first = client.comment("Called", "Idempotency-Key", key);
        moveIntoThePast(first.operationId(), Duration.ofHours(24).minusSeconds(30));

        retention.run();

        assertThat(client.comment("Called", "Idempotency-Key", key).replayedParts())
                .isEqualTo(first.replayedParts());
    }

    @Test
    void idempotencyKeyIsReplayedForADayAlsoIfTheClockOfAReplicaIsAhead() {
        var first = client.comment("Called", "Idempotency-Key", key);

        withRetention(Duration.ofDays(90), Clock.offset(clock, Duration.ofHours(25)))
                .run();

        assertThat(client.comment("Called", "Idempotency-Key", key).replayedParts())
                .isEqualTo(first.replayedParts());
    }

    @Test
    void idempotencyKeyIsKeptLongerIfTheClockOfAReplicaIsBehind() {
        var first = client.comment("Called", "Idempotency-Key", key);
        var old = moveIntoThePast(first.operationId(), Duration.ofHours(25));

        withRetention(Duration.ofDays(90), Clock.offset(clock, Duration.ofHours(-2)))
                .run();

        assertThat(rows.row(old).idempotencyKey()).isNotNull();
    }

    @Test
    void operationUnknownAfterADayStaysUnknown() {
        var lost = client.comment("Called", "Idempotency-Key", key, "X-Sandbox-Fault", "cut");
        var old = moveIntoThePast(lost.operationId(), Duration.ofHours(25));

        retention.run();

        assertThat(client.outcome(old)).isEqualTo("unknown");
        assertThat(rows.row(old).request()).isNull();
        assertThat(client.comment("Called", "Idempotency-Key", key).status()).isEqualTo(201);
    }

    @Test
    void operationIsDeletedAfterNinetyDays() {
        var gone = rows.sending(
                "demo",
                UUID.randomUUID(),
                Instant.now().minus(Duration.ofDays(90).plusSeconds(5)));
        var kept = rows.sending(
                "demo",
                UUID.randomUUID(),
                Instant.now().minus(Duration.ofDays(90).minusSeconds(30)));

        retention.run();

        assertThat(rows.exists(gone)).isFalse();
        assertThat(rows.exists(kept)).isTrue();
    }

    @Test
    void moreOperationsThanOneBatchAreDeleted() {
        database.sql("""
                insert into operations (id, client_id, action, target_kind, key_active, fingerprint, change, invalidations, outcome, request_id,
                    instance_id, started_at)
                select uuidv7(interval '-100 days'), 'swept', 'people.addComment', 'person', false, '00', 'AddComment', '{}', 'applied', 'r',
                    gen_random_uuid(), now() from generate_series(1, 5001)""").update();

        retention.run();

        assertThat(database.sql("select count(*) from operations where client_id = 'swept'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Replaces the id: an UUIDv7 contains its time. */
    private String moveIntoThePast(String operationId, Duration ago) {
        var old = UuidV7Generator.lowerBound(Instant.now().minus(ago));
        var id = new UUID(
                old.getMostSignificantBits(), UUID.fromString(operationId).getLeastSignificantBits());
        database.sql("update operations set id = :old where id = :id")
                .param("old", id)
                .param("id", UUID.fromString(operationId))
                .update();
        return id.toString();
    }
}
