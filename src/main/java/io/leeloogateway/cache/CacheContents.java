package io.leeloogateway.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the stored cache entries and measures their age, at most once in 15 seconds. */
@Repository
public class CacheContents {

    private static final long KEPT_NANOS = Duration.ofSeconds(15).toNanos();

    private static final String AGES = """
            , count(*) as entries,
                greatest(0, extract(epoch from clock_timestamp() - percentile_disc(0.5) within group (order by fetched_at desc)))::bigint as median_seconds,
                greatest(0, extract(epoch from clock_timestamp() - min(fetched_at)))::bigint as oldest_seconds from""";

    private final JdbcClient database;
    private final List<CacheTable> tables;
    private volatile @Nullable Measured last;

    CacheContents(JdbcClient database, List<CacheTable> tables) {
        this.database = database;
        this.tables = List.copyOf(tables);
    }

    /** The entries of a kind. */
    public record Age(String kind, long entries, long medianSeconds, long oldestSeconds) {}

    private record Measured(List<Age> ages, long atNanos) {}

    /** By kind; only kinds with entries. */
    public List<Age> ages() {
        var known = last;
        if (known != null && System.nanoTime() - known.atNanos() < KEPT_NANOS) {
            return known.ages();
        }
        var measured = new Measured(measure(), System.nanoTime());
        last = measured;
        return measured.ages();
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
