package io.leeloogateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.bulkhead.SlowQueries;
import io.leeloogateway.cache.CacheContents;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The state of the gateway over all replicas. */
@GatewayTest
class StatusIntegrationTests {

    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Autowired
    private ReplicaReports reports;

    @Autowired
    private ReplicaReporter reporter;

    @Autowired
    private SlowQueries slowQueries;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    private GatewayClient demo;

    @BeforeEach
    void connect() {
        demo = new GatewayClient("http://127.0.0.1:" + port, demoKey);
    }

    @AfterEach
    void leave() {
        reports.delete(OTHER);
    }

    @Test
    void replicaThatAnswersShowsItsVersionLeaseAndBreakers() {
        var status = status();
        var own = replica(status, status.path("answeredBy").asString());

        assertThat(own.path("version").asString()).isNotEmpty();
        assertThat(own.path("quotaShared").asBoolean()).isTrue();
        assertThat(own.path("breakers").findValuesAsString("group")).containsExactly("changes", "reads");
        assertThat(own.path("breakers").findValuesAsString("state")).containsOnly("closed");
        assertThat(Instant.parse(own.path("startedAt").asString())).isBefore(Instant.now());
    }

    @Test
    void readsAndChangesAreCountedOverAllReplicas() {
        demo.getWithCacheControl("no-cache", GatewayClient.PERSON);
        demo.get(GatewayClient.PERSON);
        var alone = status();
        reports.save(
                OTHER,
                new ReplicaReport(
                        "9.9.9",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        true,
                        false,
                        Map.of("reads", "open"),
                        Map.of("hit", 1_000_000L),
                        Map.of("applied", 1_000_000L)));

        var both = status();
        var other = replica(both, OTHER.toString());

        assertThat(count(alone, "reads", "hit")).isPositive();
        assertThat(count(both, "reads", "hit")).isEqualTo(count(alone, "reads", "hit") + 1_000_000);
        assertThat(count(both, "outcomes", "applied")).isEqualTo(count(alone, "outcomes", "applied") + 1_000_000);
        assertThat(both.path("replicas").get(0)).isEqualTo(other);
        assertThat(other.path("version").asString()).isEqualTo("9.9.9");
        assertThat(other.path("quotaShared").asBoolean()).isFalse();
        assertThat(other.path("breakers").get(0).path("state").asString()).isEqualTo("open");
    }

    @Test
    void nextReportDeletesThoseOfReplicasThatDied() {
        reports.save(OTHER, reporter.report());
        database.sql("update replica_reports set reported_at = now() - interval '2 hours' where replica_id = ?")
                .param(OTHER)
                .update();

        reporter.save();

        assertThat(database.sql("select count(*) from replica_reports where replica_id = ?")
                        .param(OTHER)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void ageOfTheCacheIsMissingWhileNoPermitOfSlowQueriesIsFree() {
        var contents = beans.createBean(CacheContents.class);

        var ages = slowQueries.run(() -> slowQueries.run(contents::ages));

        assertThat(ages).isEmpty();
        assertThat(contents.ages()).isNotEmpty();
    }

    /** The lock stands for a cache that is too large for the time limit of a statement. */
    @Test
    void statusIsAnsweredWithoutTheAgeOfTheCacheIfTheDatabaseFailsToMeasureIt() {
        var controller =
                new StatusController(reporter, reports, beans.createBean(CacheContents.class), Clock.systemUTC());

        var view = new TransactionTemplate(transactions).execute(_ -> {
            database.sql("lock table cached_people in access exclusive mode").update();
            return CompletableFuture.supplyAsync(controller::findStatus).join();
        });

        assertThat(view.cache()).isNull();
        assertThat(view.replicas()).isNotEmpty();
    }

    private JsonNode status() {
        return demo.get("/api/v1/status").json();
    }

    private static JsonNode replica(JsonNode status, String id) {
        return status.path("replicas")
                .valueStream()
                .filter(replica -> replica.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long count(JsonNode status, String group, String name) {
        return status.path(group)
                .valueStream()
                .filter(count -> count.path("name").asString().equals(name))
                .mapToLong(count -> count.path("number").asLong())
                .sum();
    }
}
