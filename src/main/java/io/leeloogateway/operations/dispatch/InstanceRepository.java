package io.leeloogateway.operations.dispatch;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.operations.OperationsDataSourceConfiguration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the heartbeats of instances and finds operations by instance. An instance is dead six seconds after its last heartbeat, by the database's clock. */
@Repository
public class InstanceRepository {

    private final JdbcClient database;

    InstanceRepository(@Qualifier(OperationsDataSourceConfiguration.NAME) HikariDataSource database) {
        this.database = JdbcClient.create(database);
    }

    void recordHeartbeat(UUID instanceId) {
        database.sql("""
                        insert into gateway_instances (id, heartbeat_at) values (:instance, clock_timestamp())
                        on conflict (id) do update set heartbeat_at = excluded.heartbeat_at""").param("instance", instanceId).update();
    }

    void delete(UUID instanceId) {
        database.sql("delete from gateway_instances where id = :instance")
                .param("instance", instanceId)
                .update();
    }

    List<UUID> findSendingBy(UUID instanceId) {
        return database.sql("select id from operations where instance_id = :instance and outcome = 'sending'")
                .param("instance", instanceId)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    List<UUID> findSendingByDeadInstances() {
        return database.sql("""
                        select id from operations where outcome = 'sending' and not exists (
                            select 1 from gateway_instances as alive where alive.id = operations.instance_id
                                and alive.heartbeat_at > clock_timestamp() - interval '6 seconds')""")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Deletes instances without a heartbeat for a day. */
    public void deleteDead() {
        database.sql("delete from gateway_instances where heartbeat_at < clock_timestamp() - interval '1 day'")
                .update();
    }
}
