package io.leeloogateway.audit.integrity;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the seals of a time range. Late events decouple numbers from times. No statement reads more than a part of the seals. */
@Repository
public class SealTimeFinder {

    private static final int PART = 100_000;

    /** Seals of more than an hour, which have an index of their own. */
    private static final String LONG_SEALS =
            "(uuid_extract_timestamp(last_id) - uuid_extract_timestamp(first_id) <= interval '1 hour') is not true";

    private final JdbcClient database;

    SealTimeFinder(JdbcClient database) {
        this.database = database;
    }

    /** A range of seal numbers, both inclusive. */
    record Range(long first, long last) {

        Range and(Range other) {
            return new Range(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** The seals with events of the time range; without any, the seals around it. Empty without seals. */
    Optional<Range> rangeFor(VerificationFilter filter) {
        if (filter.isUnbounded()) {
            return all();
        }
        var found = matching(
                LONG_SEALS + " and last_id > :after and last_id <= :last",
                filter,
                filter.justBefore(),
                VerificationFilter.GREATEST);
        var after = filter.justBefore();
        for (var last = partEnd(after, filter.hourAfterEnd());
                last != null;
                last = partEnd(after, filter.hourAfterEnd())) {
            found = union(found, matching("last_id > :after and last_id <= :last", filter, after, last));
            after = last;
        }
        return found.isPresent() ? found : nearest(filter);
    }

    private Optional<Range> all() {
        return union(
                number("select number from audit_seals order by number limit 1"),
                number("select number from audit_seals order by number desc limit 1"));
    }

    private @Nullable UUID partEnd(UUID after, UUID max) {
        return database.sql("""
                        select last_id from (select last_id from audit_seals where last_id > :after and last_id <= :max
                            order by last_id limit :part) as part order by last_id desc limit 1""")
                .param("after", after)
                .param("max", max)
                .param("part", PART)
                .query((row, _) -> row.getObject("last_id", UUID.class))
                .optional()
                .orElse(null);
    }

    /** Materialized, because PostgreSQL prefers to walk from the first number to the first match. */
    private Optional<Range> matching(String which, VerificationFilter filter, UUID after, UUID last) {
        return database.sql("""
                        with found as materialized (select number from audit_seals where %s and first_id < :end)
                        select min(number) as first, max(number) as last from found""".formatted(which))
                .param("after", after)
                .param("last", last)
                .param("end", filter.end())
                .query((row, _) -> row.getObject("first") == null
                        ? Optional.<Range>empty()
                        : Optional.of(new Range(row.getLong("first"), row.getLong("last"))))
                .single();
    }

    private Optional<Range> nearest(VerificationFilter filter) {
        return union(
                number(
                        "select number from audit_seals where last_id < ? order by last_id desc limit 1",
                        filter.first()),
                number("select number from audit_seals where first_id >= ? order by first_id limit 1", filter.end()));
    }

    private Optional<Range> number(String sql, Object... values) {
        return database.sql(sql)
                .params(values)
                .query((row, _) -> new Range(row.getLong(1), row.getLong(1)))
                .optional();
    }

    private static Optional<Range> union(Optional<Range> one, Optional<Range> other) {
        return Stream.concat(one.stream(), other.stream()).reduce(Range::and);
    }
}
