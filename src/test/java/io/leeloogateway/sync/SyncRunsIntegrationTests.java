package io.leeloogateway.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.Priority;
import io.leeloogateway.request.RequestContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests runs through the whole application: their routes, and what the cache has afterwards. */
@GatewayTest
class SyncRunsIntegrationTests {

    private static final String RUNS = "/api/v1/sync-runs";

    @Autowired
    JdbcClient database;

    @Autowired
    SyncJob job;

    @Autowired
    SyncStatus status;

    @Autowired
    SyncSteps steps;

    @Autowired
    SyncRunRepository runs;

    @Autowired
    MeterRegistry meters;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @AfterEach
    void acceptAgain() {
        database.sql("drop function if exists reject_row() cascade").update();
    }

    @ParameterizedTest
    @CsvSource({
        "people, 300, 4",
        "orders, 200, 3",
        "tags, 12, 1",
        "users, 6, 2",
        "connections, 5, 1",
        "templates, 12, 5",
        "tunnels, 8, 2"
    })
    void runWalksAWholeList(String kind, int rows, int calls) {
        var queued = start(kind);
        assertThat(queued.status()).isEqualTo(201);
        assertThat(queued.text("state")).isEqualTo("queued");
        assertThat(queued.header("Location")).isEqualTo(RUNS + "/" + queued.text("id"));

        job.run(SyncKind.of(kind), () -> false);

        var run = gateway.get(queued.header("Location")).json();
        assertThat(run.path("state").asString()).isEqualTo("completed");
        assertThat(run.path("percent").asInt()).isEqualTo(100);
        assertThat(run.path("rows").path("new").asInt()).isEqualTo(rows);
        assertThat(run.path("calls").asInt()).isEqualTo(calls);
        assertThat(run.path("finishedAt").asString()).isNotEmpty();
        assertThat(status.lastCompleteRun(SyncKind.of(kind))).isPresent();
        assertThat(gateway.get(RUNS).json().path("items").path(0).path("id")).isEqualTo(run.path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamped-limit", "short-pages", "shifting-rows", "lying-total=17", "lying-total=900000"})
    void faultyListLosesNobody(String fault) {
        gateway.injectFault(fault, 100, "/people");

        var run = run("people");

        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(countRows()).isEqualTo(300);
        assertThat(run.json().path("rows").path("gone").asInt()).isZero();
    }

    @Test
    void emptyListOfPositiveCountIsNamed() {
        start("people");
        database.sql("update sync_runs set checkpoint = replace(checkpoint, ?, ?)")
                .params("\"lastMessageFrom\":null", "\"lastMessageFrom\":\"2999-01-01\"")
                .update();
        gateway.injectFault("lying-total=5607", 100, "/people");

        job.run(SyncKind.PEOPLE, () -> false);

        var run = gateway.get(RUNS).json().path("items").path(0);
        assertThat(run.path("state").asString()).isEqualTo("failed");
        assertThat(run.path("error").asString()).contains("counts 5607 rows").doesNotContain("repeats");
    }

    @Test
    void secondRunTellsNewFromChangedAndUnchanged() {
        run("people");
        gateway.sendToLeeloo("PUT", "/people/" + GatewayClient.ANNA, "{\"email\":\"other@example.org\"}");
        gateway.sendToLeeloo("POST", "/people", "{\"name\":\"Eva\",\"phone\":\"+12025550143\"}");

        var rows = run("people").json().path("rows");

        assertThat(rows.path("new").asInt()).isEqualTo(1);
        assertThat(rows.path("changed").asInt()).isEqualTo(1);
        assertThat(rows.path("unchanged").asInt()).isEqualTo(299);
        assertThat(rows.path("gone").asInt()).isZero();
    }

    @Test
    void summariesNeedNoCallAfterARun() {
        run("people");
        CacheAging.age(Duration.ofMinutes(20), database);
        var calls = gateway.calls("/people").size();

        var summary = gateway.get(GatewayClient.PERSON + "?view=summary");

        assertThat(summary.text("name")).isEqualTo("Anna Kovalenko");
        assertThat(summary.cacheStatus()).isEqualTo("hit");
        assertThat(summary.age()).isGreaterThanOrEqualTo(1200);
        assertThat(gateway.calls("/people")).hasSize(calls);
    }

    @Test
    void changeInvalidatesTheRowOfOnePersonOnly() {
        run("people");
        var other =
                gateway.get("/api/v1/people?limit=2").json().at("/items/1/id").asString();
        gateway.send("PATCH", GatewayClient.PERSON, "{\"email\":\"changed@example.org\"}");

        assertThat(gateway.get(GatewayClient.PERSON + "?view=summary").text("email"))
                .isEqualTo("changed@example.org");
        assertThat(gateway.get("/api/v1/people/" + other + "?view=summary").cacheStatus())
                .isEqualTo("hit");
    }

    @Test
    void sentMessageInvalidatesTheTimeOfTheLastMessage() {
        run("people");
        gateway.send("POST", "/api/v1/channels/64a0c3f00001000000000003/messages", "{\"text\":\"Hello\"}");

        assertThat(gateway.get(GatewayClient.PERSON + "?view=summary").cacheStatus())
                .isNotEqualTo("hit");
    }

    @Test
    void rowRefreshesTheDetailsOfAnOrder() {
        var order = "/api/v1/orders/64a0c3f0000b000000000001";
        var before = gateway.get(order).json();
        gateway.sendToLeeloo("POST", "/orders/64a0c3f0000b000000000001", "{\"status\":\"REJECTED\"}");

        run("orders");

        var after = gateway.get(order);
        assertThat(after.cacheStatus()).isEqualTo("hit");
        assertThat(after.text("status")).isEqualTo("REJECTED");
        assertThat(after.json().path("description")).isEqualTo(before.path("description"));
    }

    @Test
    void secondRunOfAKindIsAConflict() {
        start("people");

        var second = start("people");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("conflict");
        assertThat(start("orders").status()).isEqualTo(201);
    }

    @Test
    void fullRunReplacesARunOfRecentPeople() {
        var recent = gateway.send("POST", RUNS, "{\"kind\":\"people\",\"mode\":\"recent\"}");

        assertThat(start("people").status()).isEqualTo(201);
        assertThat(gateway.get(recent.header("Location")).text("state")).isEqualTo("cancelled");
    }

    @Test
    void cancelledRunMakesNoMoreCalls() {
        var run = start("people").header("Location");

        assertThat(gateway.send("DELETE", run, "").text("state")).isEqualTo("cancelled");
        job.run(SyncKind.PEOPLE, () -> false);

        assertThat(gateway.calls("/people")).isEmpty();
        assertThat(gateway.send("DELETE", run, "").text("state")).isEqualTo("cancelled");
        assertThat(start("people").status()).isEqualTo(201);
    }

    @Test
    void runGoesOnAfterItsCheckpoint() {
        start("people");
        job.run(SyncKind.PEOPLE, new AtMost(2));

        job.run(SyncKind.PEOPLE, () -> false);

        assertThat(gateway.calls("/people")).hasSize(4);
        assertThat(countRows()).isEqualTo(300);
    }

    @Test
    void pageOfARunThatAnotherReplicaHasTakenOverIsNotRecorded() {
        start("people");
        var overtaken =
                steps.begin(runs.findUnfinished(SyncKind.PEOPLE).orElseThrow()).orElseThrow();
        steps.begin(overtaken);
        var counted = countNewRows();

        var context = new RequestContext("sync", Deadline.after(Duration.ofMinutes(1)), Priority.SYNCHRONIZATION);
        var stored = context.run(() -> steps.next(overtaken));

        assertThat(stored).isEmpty();
        assertThat(database.sql("select count(*) from sync_entries where kind = 'people'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(countNewRows()).isEqualTo(counted);
    }

    private double countNewRows() {
        return meters.get("gateway.sync.rows")
                .tags("kind", "people", "change", "new")
                .counter()
                .count();
    }

    @Test
    void failedRunRemovesNothing() {
        run("tags");
        gateway.injectFault("error-401", 100, "/tags");

        var run = run("tags");

        assertThat(run.text("state")).isEqualTo("failed");
        assertThat(run.text("error")).isNotEmpty();
        assertThat(run.json().path("rows").path("gone").asInt()).isZero();
    }

    @Test
    void rowThatTheDatabaseRejectsEndsTheRun() {
        database.sql("""
                create function reject_row() returns trigger as 'begin raise exception using errcode = ''54000''; end' language plpgsql;
                create trigger reject_row before insert on sync_entries for each row execute function reject_row()""").update();

        var run = run("tags");

        assertThat(run.text("state")).isEqualTo("failed");
        assertThat(run.text("error")).contains("54000");
        assertThat(gateway.calls("/tags")).hasSize(1);
    }

    @Test
    void rowThatCannotBeStoredIsSkippedAndCounted() {
        run("people");
        CacheAging.age(Duration.ofMinutes(20), database);
        database.sql("""
                create function reject_row() returns trigger as 'begin raise exception using errcode = ''22021''; end' language plpgsql;
                create trigger reject_row before insert or update on cached_people for each row
                    when (new.id = '%s') execute function reject_row()""".formatted(GatewayClient.ANNA)).update();

        var run = run("people");

        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(run.json().path("rows").path("rejected").asInt()).isEqualTo(1);
        assertThat(run.json().path("rows").path("unchanged").asInt()).isEqualTo(300);
        assertThat(run.json().path("rows").path("gone").asInt()).isZero();
        assertThat(countRefreshed("cached_people")).isEqualTo(299);
        assertThat(gateway.get(GatewayClient.PERSON + "?view=summary").text("name"))
                .isEqualTo("Anna Kovalenko");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people | /api/v1/people/64a0c3f00001000000000002 | {\"email\":\"changed@example.org\"} | 299",
                "orders | /api/v1/orders/64a0c3f0000b000000000001 | {\"status\":\"REJECTED\"} | 199"
            })
    void pageThatOverlapsAChangeRefreshesAllOtherRows(String kind, String path, String change, int refreshed) {
        run(kind);
        CacheAging.age(Duration.ofMinutes(20), database);
        start(kind);
        gateway.injectFault("hang-after-apply=1500", 1, "/" + kind);
        var before = gateway.calls("/" + kind).size();
        var running = CompletableFuture.runAsync(() -> job.run(SyncKind.of(kind), () -> false));
        await().until(() -> gateway.calls("/" + kind).size() > before);

        assertThat(gateway.send("PATCH", path, change).status()).isEqualTo(204);
        running.join();

        assertThat(countRefreshed("cached_" + kind)).isEqualTo(refreshed);
    }

    /** The cache does not know yet whose channel it is. */
    @Test
    void pageFromBeforeAMessageDoesNotRefreshTheRowOfAPersonWhomTheCacheDoesNotKnow() {
        start("people");
        gateway.injectFault("hang-after-apply=1500", 1, "/people");
        var before = gateway.calls("/people").size();
        var running = CompletableFuture.runAsync(() -> job.run(SyncKind.PEOPLE, new AtMost(1)));
        await().until(() -> gateway.calls("/people").size() > before);

        var sent = gateway.send("POST", "/api/v1/channels/64a0c3f00001000000000003/messages", "{\"text\":\"Hello\"}");
        assertThat(sent.status()).isEqualTo(202);
        running.join();

        assertThat(database.sql("select count(*) from cached_people where id = ? and list_row is not null")
                        .param(GatewayClient.ANNA)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void personThatLeelooNoLongerKnowsIsNotFound() {
        var unknown = "64a0c3f0000100000000dead";
        run("people");
        cacheRow(unknown);
        database.sql("delete from sync_entries where id = ?")
                .param(GatewayClient.ANNA)
                .update();

        var run = run("people").json();

        assertThat(run.path("rows").path("gone").asInt()).isEqualTo(1);
        assertThat(database.sql(
                                "select list_row is null and document is null and name is null from cached_people where id = ?")
                        .param(unknown)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(gateway.getWithCacheControl("only-if-cached", "/api/v1/people/" + unknown)
                        .status())
                .isEqualTo(404);
        assertThat(gateway.calls("/people/")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-200", "garbage"})
    void entryOfWhichLeelooTellsNothingIsKeptAndLaterOnesAreChecked(String fault) {
        var untold = "64a0c3f0000100000000beef";
        var unknown = "64a0c3f0000100000000dead";
        run("people");
        cacheRow(untold);
        cacheRow(unknown);
        gateway.injectFault(fault, 100, "/people/" + untold);

        var run = run("people");

        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(run.json().path("rows").path("gone").asInt()).isEqualTo(1);
        assertThat(gateway.calls("/people/" + untold)).hasSize(1);
        assertThat(countRows()).isEqualTo(301);
    }

    @Test
    void entryIsNotPassedOverDuringAnOutage() {
        var untold = "64a0c3f0000100000000beef";
        run("people");
        cacheRow(untold);
        gateway.injectFault("html-502", 1, "/people/" + untold);

        var run = run("people");

        assertThat(run.text("state")).isEqualTo("completed");
        assertThat(run.json().path("rows").path("gone").asInt()).isEqualTo(1);
    }

    @Test
    void erasedPersonDoesNotComeBackByARunUnderWay() {
        run("people");
        start("people");
        gateway.injectFault("hang-after-apply=1500", 1, "/people");
        var before = gateway.calls("/people").size();
        var running = CompletableFuture.runAsync(() -> job.run(SyncKind.PEOPLE, new AtMost(1)));
        await().until(() -> gateway.calls("/people").size() > before);

        assertThat(gateway.send("DELETE", GatewayClient.PERSON + "/personal-data", "")
                        .status())
                .isEqualTo(204);
        running.join();

        assertThat(database.sql("""
                        select (select count(*) from cached_people where id = :id) + (select count(*) from sync_entries where id = :id)""")
                        .param("id", GatewayClient.ANNA)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void progressIsStreamed() {
        var run = start("people").header("Location");
        var stream = CompletableFuture.supplyAsync(() -> gateway.get(run, "Accept", "text/event-stream"));

        job.run(SyncKind.PEOPLE, () -> false);

        var events = stream.join();
        assertThat(events.status()).isEqualTo(200);
        assertThat(events.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
        assertThat(events.body()).startsWith("event: progress\ndata: {").contains("\"state\":\"completed\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | kind",
                "{\"kind\":\"channels\"} | kind",
                "{\"kind\":\"people\",\"mode\":\"half\"} | mode",
                "{\"kind\":\"orders\",\"mode\":\"recent\"} | mode"
            })
    void wrongFieldIsNamed(String form, String field) {
        var response = gateway.send("POST", RUNS, form);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void unknownRunIsNotFound() {
        assertThat(gateway.get(RUNS + "/019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c57").status())
                .isEqualTo(404);
        assertThat(gateway.get(RUNS + "/none").status()).isEqualTo(404);
        assertThat(gateway.get(RUNS + "/none", "Accept", "text/event-stream").status())
                .isEqualTo(404);
    }

    private GatewayResponse start(String kind) {
        return gateway.send("POST", RUNS, "{\"kind\":\"%s\"}".formatted(kind));
    }

    private GatewayResponse run(String kind) {
        var run = start(kind);
        job.run(SyncKind.of(kind), () -> false);
        return gateway.get(run.header("Location"));
    }

    private void cacheRow(String person) {
        database.sql("""
                        insert into cached_people (id, list_row, list_row_fetched_at, list_row_generation, name)
                        values (?, '{}', now() - interval '1 hour', 0, 'Nobody')""").param(person).update();
    }

    private int countRefreshed(String table) {
        return database.sql(
                        "select count(*) from " + table + " where list_row_fetched_at > now() - interval '10 minutes'")
                .query(Integer.class)
                .single();
    }

    private int countRows() {
        return database.sql("select count(*) from cached_people where list_row is not null")
                .query(Integer.class)
                .single();
    }

    /** Stops the job after a number of steps. */
    private static final class AtMost implements BooleanSupplier {

        private int left;

        AtMost(int steps) {
            left = steps;
        }

        @Override
        public boolean getAsBoolean() {
            return left-- <= 0;
        }
    }
}
