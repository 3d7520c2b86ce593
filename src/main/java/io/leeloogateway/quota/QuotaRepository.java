package io.leeloogateway.quota;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.quota.ledger.LedgerStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the shared budget in one row. */
@Repository
class QuotaRepository implements LedgerStore {

    private final JdbcClient database;

    QuotaRepository(@Qualifier(QuotaDataSourceConfiguration.NAME) HikariDataSource database) {
        this.database = JdbcClient.create(database);
    }

    @Override
    public Row read() {
        return database.sql(
                        "select version, state, extract(epoch from clock_timestamp()) * 1000 as millis from quota_ledger")
                .query((row, _) -> new Row(row.getLong("version"), row.getString("state"), row.getLong("millis")))
                .single();
    }

    @Override
    public boolean replace(long version, String state) {
        return database.sql("update quota_ledger set version = version + 1, state = :state where version = :version")
                        .param("state", state)
                        .param("version", version)
                        .update()
                == 1;
    }
}
