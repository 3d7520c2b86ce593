package io.leeloogateway.access.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the recent requests of several clients with one query. */
@Repository
public class ClientActivities {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final JdbcClient database;

    ClientActivities(JdbcClient database) {
        this.database = database;
    }

    /** By client id. */
    public Map<String, ClientActivity> find(Collection<String> clientIds, Instant now) {
        var thisMinute = now.truncatedTo(ChronoUnit.MINUTES);
        var activities = new HashMap<String, ClientActivity>();
        database.sql("""
                        select client.id, (select max(last_used_at) from client_keys where client_id = client.id) as last_used_at,
                            coalesce(sum(requests) filter (where minute = :last), 0) as last_minute, coalesce(max(requests), 0) as busiest_minute
                        from unnest(:ids) as client (id) left join (
                            select client_id, minute, sum(requests) as requests from client_usage
                            where client_id = any(:ids) and minute >= :from group by 1, 2) as usage on usage.client_id = client.id
                        group by client.id""")
                .param("ids", clientIds.toArray(String[]::new))
                .param("last", Timestamp.from(thisMinute.minus(MINUTE)))
                .param("from", Timestamp.from(thisMinute.minus(HOUR)))
                .query((row, _) -> activities.put(row.getString("id"), activity(row)))
                .list();
        return activities;
    }

    private static ClientActivity activity(ResultSet row) throws SQLException {
        var lastUsedAt = Optional.ofNullable(row.getTimestamp("last_used_at"))
                .map(Timestamp::toInstant)
                .map(instant -> instant.truncatedTo(ChronoUnit.MILLIS));
        return new ClientActivity(lastUsedAt.orElse(null), row.getLong("last_minute"), row.getLong("busiest_minute"));
    }
}
