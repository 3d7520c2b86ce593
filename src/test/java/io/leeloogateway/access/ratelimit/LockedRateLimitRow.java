package io.leeloogateway.access.ratelimit;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds a client's window fast, as a database that hangs would. */
record LockedRateLimitRow(DataSource source, String client) {

    <T> T during(Supplier<T> work) {
        return new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> {
            JdbcClient.create(source)
                    .sql("select taken from client_windows where client_id = ? for update")
                    .param(client)
                    .query(Integer.class)
                    .single();
            return work.get();
        });
    }
}
