package io.leeloogateway.access.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Old rows are deleted in batches, and those of one table also if those of the other cannot be. */
@GatewayTest
class OldUsageIntegrationTests {

    private static final int MORE_THAN_A_BATCH = 5_001;

    @Autowired
    UsageFlusher flusher;

    @Autowired
    JdbcClient database;

    @AfterEach
    void acceptAgain() {
        database.sql("drop function if exists reject_deletion() cascade").update();
        database.sql("delete from client_usage where client_id like 'old-%'").update();
        database.sql("delete from rate_limit_windows where client_id like 'old-%'")
                .update();
    }

    @Test
    void moreRowsThanABatchAreDeleted() {
        addUsage();
        addWindows();
        rejectMoreThan(5_000, "client_usage");
        rejectMoreThan(5_000, "rate_limit_windows");

        flusher.deleteOld();

        assertThat(count("client_usage")).isZero();
        assertThat(count("rate_limit_windows")).isZero();
    }

    @Test
    void windowsAreDeletedIfUsageCannotBe() {
        addUsage();
        addWindows();
        rejectMoreThan(0, "client_usage");

        flusher.deleteOld();

        assertThat(count("client_usage")).isEqualTo(MORE_THAN_A_BATCH);
        assertThat(count("rate_limit_windows")).isZero();
    }

    @Test
    void usageIsDeletedIfWindowsCannotBe() {
        addUsage();
        addWindows();
        rejectMoreThan(0, "rate_limit_windows");

        flusher.deleteOld();

        assertThat(count("client_usage")).isZero();
        assertThat(count("rate_limit_windows")).isEqualTo(MORE_THAN_A_BATCH);
    }

    private void addUsage() {
        database.sql("""
                        insert into client_usage select 'old-' || number, date_trunc('minute', now() - interval '9 days'), 'me.find', 1
                        from generate_series(1, :rows) as number""").param("rows", MORE_THAN_A_BATCH).update();
    }

    private void addWindows() {
        database.sql("""
                        insert into rate_limit_windows (client_id, started_at, leased)
                        select 'old-' || number, now() - interval '2 hours', 1 from generate_series(1, :rows) as number""").param("rows", MORE_THAN_A_BATCH).update();
    }

    private void rejectMoreThan(int rows, String table) {
        database.sql("""
                create or replace function reject_deletion() returns trigger as '
                    begin
                        if (select count(*) from deleted) > tg_argv[0]::integer then raise exception using errcode = ''57014''; end if;
                        return null;
                    end' language plpgsql;
                create trigger reject_deletion after delete on %s referencing old table as deleted
                    for each statement execute function reject_deletion('%d')""".formatted(table, rows)).update();
    }

    private int count(String table) {
        return database.sql("select count(*) from " + table + " where client_id like 'old-%'")
                .query(Integer.class)
                .single();
    }
}
