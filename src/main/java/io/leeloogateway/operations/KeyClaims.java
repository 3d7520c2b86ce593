package io.leeloogateway.operations;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The idempotency keys of changes that are being executed, over all instances. A change waits for its turn at Leeloo before it is recorded; the
 * response to a repeat that is refused meanwhile must not say that nothing is sent.
 */
@Repository
class KeyClaims {

    private static final Logger log = LoggerFactory.getLogger(KeyClaims.class);

    /** Beyond the deadline, by which a change is recorded or refused. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final RecordingLimit limit;

    KeyClaims(@Qualifier(OperationsDataSourceConfiguration.NAME) HikariDataSource database, RecordingLimit limit) {
        this.database = JdbcClient.create(database);
        this.limit = limit;
    }

    /** The claim of one change; a change without a key claims nothing. */
    final class Claim implements AutoCloseable {

        private final UUID id = UUID.randomUUID();
        private final @Nullable String key;
        private final String clientId;

        private Claim(@Nullable String key, String clientId) {
            this.key = key;
            this.clientId = clientId;
        }

        /** Whether another change with the key is being executed. */
        boolean isShared() {
            return key != null
                    && limit.call(() -> database.sql("""
                            select exists (select 1 from change_claims
                                where client_id = :client and idempotency_key = :key and id <> :id and expires_at > clock_timestamp())""")
                            .param("client", clientId)
                            .param("key", key)
                            .param("id", id)
                            .query(Boolean.class)
                            .single());
        }

        private Claim insert() {
            var seconds =
                    RequestContext.current().deadline().remaining().plus(MARGIN).toSeconds();
            limit.call(() -> database.sql("""
                            insert into change_claims (id, client_id, idempotency_key, expires_at)
                            values (:id, :client, :key, clock_timestamp() + make_interval(secs => :seconds))""")
                    .param("id", id)
                    .param("client", clientId)
                    .param("key", key)
                    .param("seconds", seconds)
                    .update());
            return this;
        }

        /** A claim that cannot be deleted expires. */
        @Override
        public void close() {
            if (key == null) {
                return;
            }
            try {
                limit.call(
                        () -> database.sql("delete from change_claims where id = :id or expires_at < clock_timestamp()")
                                .param("id", id)
                                .update());
            } catch (OperationStoreUnavailable e) {
                log.warn("the claim of an idempotency key will expire, because it cannot be deleted", e);
            }
        }
    }

    Claim claim(@Nullable IdempotencyKey key) {
        var clientId = RequestContext.current().caller().orElseThrow().clientId();
        return key == null ? new Claim(null, clientId) : new Claim(key.text(), clientId).insert();
    }
}
