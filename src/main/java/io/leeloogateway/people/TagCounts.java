package io.leeloogateway.people;

import io.leeloogateway.bulkhead.SharedQuery;
import io.leeloogateway.bulkhead.SlowQueries;
import io.leeloogateway.request.SandboxReset;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the people of each tag in the cache, at most once a minute and once at a time: a count reads all people. */
@Repository
public class TagCounts {

    /** As many as a statement reads far within its time limit. */
    private static final int BATCH = 50_000;

    private static final String NEXT_BATCH = """
            with batch as materialized (
                select id, case when is_searchable then tags end as tags from cached_people where id > :after order by id limit :batch)
            select tag, count(*) as people, (select max(id) from batch) as last from batch left join unnest(tags) as tag on true group by tag""";

    private final JdbcClient database;
    private final SlowQueries slowQueries;
    private final SharedQuery<Map<String, Long>> shared =
            new SharedQuery<>(Duration.ofMinutes(1), Duration.ofMinutes(10));

    TagCounts(JdbcClient database, SlowQueries slowQueries) {
        this.database = database;
        this.slowQueries = slowQueries;
    }

    /** The number of people by the name of the tag; a tag of nobody is missing. Empty if they could not be counted. */
    public Optional<Map<String, Long>> find() {
        return shared.get(this::count);
    }

    @EventListener
    void forget(SandboxReset event) {
        shared.forget();
    }

    private Map<String, Long> count() {
        var people = new HashMap<String, Long>();
        var after = Optional.of("");
        while (after.isPresent()) {
            var last = after.get();
            after = slowQueries.run(() -> Optional.ofNullable(countBatch(last, people)));
        }
        return Map.copyOf(people);
    }

    /** Returns the id of the last person of the batch; null if there is none. */
    private @Nullable String countBatch(String after, Map<String, Long> people) {
        var last = new String[1];
        database.sql(NEXT_BATCH).param("after", after).param("batch", BATCH).query(row -> {
            last[0] = row.getString("last");
            var tag = row.getString("tag");
            if (tag != null) {
                people.merge(tag, row.getLong("people"), Long::sum);
            }
        });
        return last[0];
    }
}
