package io.leeloogateway.lifecycle;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the start before the ports open if the settings that the gateway relies on are not in force on a connection of each pool. */
@Component
class ConnectionPoolCheck implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ConnectionPoolCheck.class);

    /** The socket timeout of the pools is two seconds. */
    private static final int MAX_MILLIS = 1_999;

    private static final Map<String, Predicate<String>> IN_FORCE = Map.of(
            "TimeZone", "UTC"::equals,
            "default_transaction_isolation", "read committed"::equals,
            "statement_timeout", ConnectionPoolCheck::isShort,
            "lock_timeout", ConnectionPoolCheck::isShort);

    private final ListableBeanFactory beans;

    ConnectionPoolCheck(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        beans.getBeansOfType(HikariDataSource.class).values().forEach(pool -> {
            try {
                check(pool.getPoolName(), pool);
            } catch (CannotGetJdbcConnectionException e) {
                // the migration had a connection, so PostgreSQL is away for a moment; the build of the image has none
                log.warn(
                        "the settings of the pool {} cannot be checked: PostgreSQL does not respond",
                        pool.getPoolName());
            }
        });
    }

    private static void check(String pool, DataSource database) {
        var session = JdbcClient.create(database);
        var wrong = new TreeMap<String, String>();
        IN_FORCE.forEach((name, rule) -> {
            var value = setting(session, name);
            if (!rule.test(value)) {
                wrong.put(name, value);
            }
        });
        if (!wrong.isEmpty()) {
            throw new InvalidConfiguration(
                    "PostgreSQL does not apply the settings of the pool %s: %s".formatted(pool, wrong),
                    "Leave spring.datasource.hikari.connection-init-sql as it is, and use a connection pooler only in session mode "
                            + "(docs/runbook.md).");
        }
    }

    private static String setting(JdbcClient session, String name) {
        return session.sql("select setting from pg_settings where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static boolean isShort(String millis) {
        var value = Integer.parseInt(millis);
        return value > 0 && value <= MAX_MILLIS;
    }
}
