package io.leeloogateway.operations.dispatch;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.operations.OperationsDataSourceConfiguration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which instances are alive, by the database's own clock, and what the others left behind. */
@Repository
public class InstanceRepository {

    private final JdbcClient database;

    InstanceRepository(@Qualifier(OperationsDataSourceConfiguration.NAME) HikariDataSource database) {
        this.database = JdbcClient.create(database);
    }

    void beat(UUID owner) {
        database.sql("""
                        insert into operations_owners (id, beat_at) values (:owner, clock_timestamp())
                        on conflict (id) do update set beat_at = excluded.beat_at""").param("owner", owner).update();
    }

    void leave(UUID owner) {
        database.sql("delete from operations_owners where id = :owner")
                .param("owner", owner)
                .update();
    }

    /** What is written down as being sent by that instance. */
    List<UUID> sendingOf(UUID owner) {
        return database.sql("select id from operations where owner = :owner and outcome = 'sending'")
                .param("owner", owner)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** What is written down as being sent by instances whose last beat is longer ago than six seconds. */
    List<UUID> sendingOfTheDead() {
        return database.sql("""
                        select id from operations where outcome = 'sending' and not exists (
                            select 1 from operations_owners as alive where alive.id = operations.owner
                                and alive.beat_at > clock_timestamp() - interval '6 seconds')""")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    public void forgetTheLongDead() {
        database.sql("delete from operations_owners where beat_at < clock_timestamp() - interval '1 day'")
                .update();
    }
}
