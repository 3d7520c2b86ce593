package io.leeloogateway.audit;

import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cluster of PostgreSQL counts the transactions: the diary of another one came here by a logical restore. */
@Component
class Era implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Era.class);

    private final JdbcClient database;
    private final Clock clock;
    private volatile int number;
    private volatile boolean isRunning;

    Era(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    int number() {
        return number;
    }

    @Override
    public void start() {
        check();
        isRunning = true;
    }

    /** Late entries are of this era, too. */
    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Before all that writes entries. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** Begins a new era where the last was another cluster's. */
    void check() {
        database.sql("""
                        insert into audit_eras (era, cluster, began_at)
                        select coalesce(max(era), 0) + 1, here.cluster, :now
                        from (select system_identifier::text as cluster from pg_control_system()) here left join audit_eras on true
                        group by here.cluster
                        having here.cluster is distinct from (select cluster from audit_eras order by era desc limit 1)
                        on conflict do nothing""").param("now", Timestamp.from(clock.instant())).update();
        var last = database.sql("select max(era) from audit_eras")
                .query(Integer.class)
                .single();
        if (last != number) {
            log.info("the diary is in era {}", last);
        }
        number = last;
    }
}
