package io.leeloogateway.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A superuser who switches the triggers off. */
record Tampering(JdbcClient database, PlatformTransactionManager transactions) {

    int run(String sql, Object... values) {
        var changed = new TransactionTemplate(transactions).execute(_ -> {
            database.sql("set local session_replication_role = replica").update();
            return database.sql(sql).params(List.of(values)).update();
        });
        return changed == null ? 0 : changed;
    }

    /** As if it had never been written. */
    void forgetAll() {
        run("delete from audit_seals");
        run("delete from audit_events");
    }
}
