package io.leeloogateway.cache;

import io.leeloogateway.bulkhead.SharedQuery;
import io.leeloogateway.bulkhead.SlowQueries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the stored cache entries and measures their age, at most once in 15 seconds. */
@Repository
public class CacheContents {

    private static final String AGES = """
            , count(*) as entries,
                greatest(0, extract(epoch from clock_timestamp() - percentile_disc(0.5) within group (order by fetched_at desc)))::bigint as median_seconds,
                greatest(0, extract(epoch from clock_timestamp() - min(fetched_at)))::bigint as oldest_seconds from""";

    private final JdbcClient database;
    private final List<CacheTable> tables;
    private final SlowQueries slowQueries;
    private final SharedQuery<List<Age>> shared = new SharedQuery<>(Duration.ofSeconds(15), Duration.ofMinutes(1));

    CacheContents(JdbcClient database, List<CacheTable> tables, SlowQueries slowQueries) {
        this.database = database;
        this.tables = List.copyOf(tables);
        this.slowQueries = slowQueries;
    }

    /** The entries of a kind. */
    public record Age(String kind, long entries, long medianSeconds, long oldestSeconds) {}

    /** By kind; only kinds with entries. Empty if they could not be measured. */
    public Optional<List<Age>> ages() {
        return shared.get(() -> slowQueries.run(this::measure));
    }

    private List<Age> measure() {
        var parts = new ArrayList<String>();
        parts.add("select lower(kind) as kind" + AGES + " cached_documents group by 1");
        for (var table : tables) {
            parts.add("select '" + table.resourceType().name().toLowerCase(Locale.ROOT) + "'" + AGES + " "
                    + table.name() + " where fetched_at is not null having count(*) > 0");
        }
        return database.sql(String.join(" union all ", parts) + " order by kind")
                .query((row, _) -> new Age(
                        row.getString("kind"),
                        row.getLong("entries"),
                        row.getLong("median_seconds"),
                        row.getLong("oldest_seconds")))
                .list();
    }
}
