package io.leeloogateway.access.ratelimit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The windows that all replicas share: one row a client, on PostgreSQL's clock, moved on by one statement. */
@Repository
public class QuotaLeaseRepository {

    private static final String LEASE = """
            insert into client_windows as mine (client_id, started_at, taken)
            values (:client, clock_timestamp(), least(:wanted, :limit))
            on conflict (client_id) do update set
                (started_at, taken) = (
                    select case when over then excluded.started_at else mine.started_at end,
                           case when over then excluded.taken
                                else greatest(mine.taken, least(mine.taken + :wanted, :limit)) end
                    from (select mine.started_at + interval '60 seconds' <= excluded.started_at as over) as window_is)
            returning
                new.taken - case when new.started_at = old.started_at then old.taken else 0 end as granted,
                greatest(0, :limit - new.taken) as remaining,
                extract(epoch from new.started_at + interval '60 seconds' - clock_timestamp()) * 1000000 as rest""";

    private final JdbcClient database;

    QuotaLeaseRepository(JdbcClient database) {
        this.database = database;
    }

    QuotaLease lease(String clientId, int limit, int wanted) {
        return database.sql(LEASE)
                .param("client", clientId)
                .param("limit", limit)
                .param("wanted", wanted)
                .query(QuotaLeaseRepository::lease)
                .single();
    }

    public int forgetOld() {
        return database.sql("delete from client_windows where started_at < now() - interval '1 hour'")
                .update();
    }

    private static QuotaLease lease(ResultSet row, int number) throws SQLException {
        var rest = Duration.ofNanos(row.getLong("rest") * 1000);
        return new QuotaLease(row.getInt("granted"), row.getInt("remaining"), rest.isNegative() ? Duration.ZERO : rest);
    }
}
