package io.leeloogateway.access.client;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.access.AccessDataSourceConfiguration;
import io.leeloogateway.request.Cursor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the keys of clients. */
@Repository
public class ClientKeyRepository {

    private static final String SELECT = "select " + ClientKey.COLUMNS + " from client_keys as key ";

    private static final String SELECT_WITH_CLIENT = "select " + ClientKey.COLUMNS + ", " + Client.COLUMNS
            + " from client_keys as key join clients as client on client.id = key.client_id ";

    private final JdbcClient database;
    private final JdbcClient lookUps;

    ClientKeyRepository(JdbcClient database, @Qualifier(AccessDataSourceConfiguration.NAME) HikariDataSource lookUps) {
        this.database = database;
        this.lookUps = JdbcClient.create(lookUps);
    }

    /** Outside of the current transaction. */
    public Optional<ClientWithKey> findWithClient(String id) {
        return lookUps.sql(SELECT_WITH_CLIENT + "where key.id = :id")
                .param("id", id)
                .query((row, number) -> new ClientWithKey(Client.of(row, number), ClientKey.of(row, number)))
                .optional();
    }

    /** Keeps others from changing the key until the transaction ends. */
    Optional<ClientKey> findForUpdate(String id, String clientId) {
        return database.sql(SELECT + "where id = :id and client_id = :client for no key update")
                .param("id", id)
                .param("client", clientId)
                .query(ClientKey::of)
                .optional();
    }

    /** Newest first. */
    List<ClientKey> findBefore(String clientId, Cursor after, int limit) {
        return database.sql(SELECT + """
                        where client_id = :client and (created_at, id) < (:createdAt, :id)
                        order by created_at desc, id desc limit :limit""")
                .param("client", clientId)
                .param("createdAt", Timestamp.from(after.createdAt()))
                .param("id", after.id())
                .param("limit", limit)
                .query(ClientKey::of)
                .list();
    }

    /** Outside of the current transaction. */
    public Set<String> findIdsValidAt(Instant moment) {
        return lookUps.sql("select id from client_keys where revoked_at is null and expires_at > :moment")
                .param("moment", Timestamp.from(moment))
                .query((row, _) -> row.getString("id"))
                .set();
    }

    /** Whether a key of the client was ever used. */
    boolean isAnyUsed(String clientId) {
        return database.sql(
                        "select exists (select from client_keys where client_id = :client and last_used_at is not null)")
                .param("client", clientId)
                .query(Boolean.class)
                .single();
    }

    void insert(ClientKey key) {
        database.sql("""
                        insert into client_keys (id, client_id, label, hash, created_at, expires_at)
                        values (:id, :client, :label, :hash, :createdAt, :expiresAt)""")
                .param("id", key.id())
                .param("client", key.clientId())
                .param("label", key.label())
                .param("hash", key.hash())
                .param("createdAt", Timestamp.from(key.createdAt()))
                .param("expiresAt", Timestamp.from(key.expiresAt()))
                .update();
    }

    void update(ClientKey key) {
        database.sql("""
                        update client_keys set label = :label, expires_at = :expiresAt, revoked_at = :revokedAt
                        where id = :id""")
                .param("id", key.id())
                .param("label", key.label())
                .param("expiresAt", Timestamp.from(key.expiresAt()))
                .param("revokedAt", timestamp(key.revokedAt()))
                .update();
    }

    void deleteOfClient(String clientId) {
        database.sql("delete from client_keys where client_id = :client")
                .param("client", clientId)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
