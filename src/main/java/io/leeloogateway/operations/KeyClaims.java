package io.leeloogateway.operations;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
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

    /** The response waits no longer than this for a slow database. */
    private static final Duration DELETE_LIMIT = Duration.ofMillis(100);

    private final JdbcClient database;
    private final RecordingLimit limit;

    /** The number of claims of this instance, by client and key. */
    private final Map<List<String>, Integer> own = new ConcurrentHashMap<>();

    KeyClaims(@Qualifier(OperationsDataSourceConfiguration.NAME) HikariDataSource database, RecordingLimit limit) {
        this.database = JdbcClient.create(database);
        this.limit = limit;
    }

    /** The claim of one change; a change without a key claims nothing. */
    final class Claim implements AutoCloseable {

        private final UUID id = UUID.randomUUID();
        private final String clientId;
        private final @Nullable String key;
        private boolean isPublished;

        private Claim(String clientId, @Nullable String key) {
            this.clientId = clientId;
            this.key = key;
            if (key != null) {
                own.merge(List.of(clientId, key), 1, Integer::sum);
            }
        }

        /** Shows the claim to the other instances. To be called before the change waits. */
        void publish() {
            if (key == null) {
                return;
            }
            isPublished = true;
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
        }

        /** Whether another change with the key is being executed here, or waits at another instance. */
        boolean isShared() {
            return key != null
                    && (own.getOrDefault(List.of(clientId, key), 0) > 1 || limit.call(() -> isSharedWith(key)));
        }

        private boolean isSharedWith(String sharedKey) {
            return database.sql("""
                            select exists (select 1 from change_claims
                                where client_id = :client and idempotency_key = :key and id <> :id and expires_at > clock_timestamp())""")
                    .param("client", clientId)
                    .param("key", sharedKey)
                    .param("id", id)
                    .query(Boolean.class)
                    .single();
        }

        /** A published claim that cannot be deleted expires. */
        @Override
        public void close() {
            if (key != null) {
                own.computeIfPresent(List.of(clientId, key), (_, claims) -> claims == 1 ? null : claims - 1);
            }
            if (isPublished) {
                delete();
            }
        }

        private void delete() {
            try {
                TimeLimiter.call(
                        "delete claim",
                        DELETE_LIMIT,
                        () -> database.sql("delete from change_claims where id = :id or expires_at < now()")
                                .param("id", id)
                                .update());
            } catch (TimeoutException | DataAccessException e) {
                log.warn("the claim of an idempotency key is not deleted yet, or will expire", e);
            }
        }
    }

    Claim claim(@Nullable IdempotencyKey key) {
        var clientId = RequestContext.current().caller().orElseThrow().clientId();
        return new Claim(clientId, key == null ? null : key.text());
    }
}
