package io.leeloogateway.access.ratelimit;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.access.AccessDataSourceConfiguration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rate limit windows shared by all replicas: one row for each client, on PostgreSQL's clock, updated by one statement. */
@Repository
public class QuotaLeaseRepository {

    private static final String LEASE = """
            insert into rate_limit_windows as current (client_id, started_at, leased)
            values (:client, clock_timestamp(), least(:requested, :limit))
            on conflict (client_id) do update set
                (started_at, leased) = (
                    select case when expired then excluded.started_at else current.started_at end,
                           case when expired then excluded.leased
                                else greatest(current.leased, least(current.leased + :requested, :limit)) end
                    from (select current.started_at + interval '60 seconds' <= excluded.started_at as expired) as current_window)
            returning
                new.leased - case when new.started_at = old.started_at then old.leased else 0 end as granted,
                greatest(0, :limit - new.leased) as available,
                extract(epoch from new.started_at + interval '60 seconds' - clock_timestamp()) * 1000000 as time_to_reset""";

    private static final int DELETE_BATCH = 5_000;

    private final JdbcClient database;

    QuotaLeaseRepository(@Qualifier(AccessDataSourceConfiguration.NAME) HikariDataSource database) {
        this.database = JdbcClient.create(database);
    }

    QuotaLease acquire(String clientId, int limit, int requested) {
        return database.sql(LEASE)
                .param("client", clientId)
                .param("limit", limit)
                .param("requested", requested)
                .query(QuotaLeaseRepository::toLease)
                .single();
    }

    /** Deletes in batches. A window that is renewed meanwhile stays. */
    public int deleteExpired() {
        var total = 0;
        for (var last = DELETE_BATCH; last == DELETE_BATCH; total += last) {
            last = database.sql("""
                            delete from rate_limit_windows where started_at < now() - interval '1 hour'
                                and client_id = any (array(select client_id from rate_limit_windows
                                    where started_at < now() - interval '1 hour' order by started_at limit :batch))""").param("batch", DELETE_BATCH).update();
        }
        return total;
    }

    private static QuotaLease toLease(ResultSet row, int number) throws SQLException {
        var timeToReset = Duration.ofNanos(row.getLong("time_to_reset") * 1000);
        return new QuotaLease(
                row.getInt("granted"), row.getInt("available"), timeToReset.isNegative() ? Duration.ZERO : timeToReset);
    }
}
