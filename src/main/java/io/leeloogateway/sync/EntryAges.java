package io.leeloogateway.sync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures the age of cached people and orders, in a sample of at most about 10,000 entries and at most once a minute. */
@Component
class EntryAges {

    private static final long MAX_AGE_NANOS = 60_000_000_000L;
    private static final Map<SyncKind, String> TABLES =
            Map.of(SyncKind.PEOPLE, "cached_people", SyncKind.ORDERS, "cached_orders");

    private final Map<SyncKind, Ages> known = new ConcurrentHashMap<>();
    private final JdbcClient database;

    EntryAges(JdbcClient database, MeterRegistry meters) {
        this.database = database;
        TABLES.keySet().forEach(kind -> {
            register(kind, "0.5", meters);
            register(kind, "0.95", meters);
        });
    }

    private void register(SyncKind kind, String quantile, MeterRegistry meters) {
        Gauge.builder("gateway.sync.entry.age", () -> ages(kind).of(quantile))
                .description("Age of the cached entries, by kind; NaN without entries")
                .baseUnit("seconds")
                .tag("kind", kind.value())
                .tag("quantile", quantile)
                .register(meters);
    }

    private Ages ages(SyncKind kind) {
        return known.compute(kind, (_, last) -> last == null || last.isOld() ? read(kind) : last);
    }

    private Ages read(SyncKind kind) {
        var table = Objects.requireNonNull(TABLES.get(kind));
        try {
            return database.sql("""
                            select percentile_disc(0.5) within group (order by age) as median, percentile_disc(0.95) within group (order by age) as p95
                            from (select extract(epoch from clock_timestamp() - greatest(fetched_at, list_row_fetched_at))::float8 as age
                                from %1$s tablesample system ((select least(100, 1000000 / greatest(reltuples, 1))
                                    from pg_class where oid = '%1$s'::regclass)) where document is not null or list_row is not null) ages""".formatted(table))
                    .query((row, _) ->
                            new Ages(number(row.getObject("median")), number(row.getObject("p95")), System.nanoTime()))
                    .single();
        } catch (DataAccessException _) {
            return new Ages(Double.NaN, Double.NaN, System.nanoTime());
        }
    }

    private static double number(@Nullable Object value) {
        return value instanceof Double number ? number : Double.NaN;
    }

    private record Ages(double median, double p95, long readNanos) {

        boolean isOld() {
            return System.nanoTime() - readNanos > MAX_AGE_NANOS;
        }

        double of(String quantile) {
            return quantile.equals("0.5") ? median : p95;
        }
    }
}
