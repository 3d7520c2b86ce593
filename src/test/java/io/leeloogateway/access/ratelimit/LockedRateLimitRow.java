package io.leeloogateway.access.ratelimit;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Locks a client's window to simulate a hanging database. */
record LockedRateLimitRow(DataSource source, String client) {

    <T> T during(Supplier<T> work) {
        return new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> {
            JdbcClient.create(source)
                    .sql("select leased from rate_limit_windows where client_id = ? for update")
                    .param(client)
                    .query(Integer.class)
                    .single();
            return work.get();
        });
    }
}
