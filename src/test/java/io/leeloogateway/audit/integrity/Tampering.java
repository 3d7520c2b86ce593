package io.leeloogateway.audit.integrity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the audit log as a superuser without triggers. */
public record Tampering(JdbcClient database, PlatformTransactionManager transactions) {

    public int run(String sql, Object... values) {
        var changed = new TransactionTemplate(transactions).execute(_ -> {
            database.sql("set local session_replication_role = replica").update();
            return database.sql(sql).params(List.of(values)).update();
        });
        return changed == null ? 0 : changed;
    }

    /** Empties the audit log. */
    public void eraseAll() {
        run("delete from audit_seals");
        run("delete from audit_events");
    }

    public void createMonth(LocalDate month) {
        dropMonth(month);
        run("do $$ begin perform audit_make_month('" + month + "'); end $$");
    }

    public void dropMonth(LocalDate month) {
        run("drop table if exists " + partition(month));
    }

    public static String partition(LocalDate month) {
        return "audit_events_" + DateTimeFormatter.ofPattern("uuuu_MM").format(month);
    }
}
