package io.leeloogateway.cache.lease;

import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.cache.store.LocalLease;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Renews the lease of this replica on a thread and a connection of its own: twice a second, and at once when a generation changes. */
@Component
class CacheLeaseRenewal implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CacheLeaseRenewal.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final CacheLeaseConnections connections;
    private final CacheLeaseHolder holder;
    private final StoredEntries storedEntries;
    private volatile boolean running;
    private @Nullable Thread thread;

    CacheLeaseRenewal(
            CacheLeaseConnections connections, LocalCache cache, LocalLease lease, StoredEntries storedEntries) {
        this.connections = connections;
        this.holder = new CacheLeaseHolder(UUID.randomUUID(), cache, lease);
        this.storedEntries = storedEntries;
    }

    private void run() {
        while (running) {
            try (var connection = connections.open()) {
                renewWith(connection);
            } catch (SQLException | DataAccessException e) {
                log.debug("the cache lease cannot be renewed: reads ask the database", e);
                LockSupport.parkNanos(INTERVAL.toNanos());
            } catch (RuntimeException e) {
                log.error("the cache lease cannot be renewed: reads ask the database", e);
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        }
    }

    private void renewWith(Connection connection) throws SQLException {
        var leases = new CacheLeaseRepository(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        leases.deleteOld();
        try {
            while (running) {
                holder.renew(leases);
                awaitNotifications(connection.unwrap(PGConnection.class));
            }
        } finally {
            if (!running) {
                leases.delete(holder.replicaId());
            }
        }
    }

    /** Behind a pooler there may be none; the next renewal finds the invalidations all the same. */
    private void awaitNotifications(PGConnection connection) throws SQLException {
        var notifications = connection.getNotifications((int) INTERVAL.toMillis());
        if (notifications != null) {
            for (var notification : notifications) {
                storedEntries.forget(notification.getParameter());
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("cache-lease").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (thread != null) {
                thread.join(INTERVAL.multipliedBy(4));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
