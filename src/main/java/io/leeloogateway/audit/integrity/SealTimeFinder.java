package io.leeloogateway.audit.integrity;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the seals of a time; no statement reads more than a part of them. Events that came late make numbers and times differ. */
@Repository
public class SealTimeFinder {

    private static final int PART = 100_000;

    /** An index has these; the others end within an hour. */
    private static final String LONG =
            "(uuid_extract_timestamp(last_id) - uuid_extract_timestamp(first_id) <= interval '1 hour') is not true";

    private final JdbcClient database;

    SealTimeFinder(JdbcClient database) {
        this.database = database;
    }

    /** Numbers of seals, both inclusive. */
    record Range(long first, long last) {

        Range and(Range other) {
            return new Range(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** From the first to the last of those with events of that time; where there are none, of those around it. Empty where there are no seals at all. */
    Optional<Range> around(VerificationFilter asked) {
        if (asked.isOfAll()) {
            return all();
        }
        var found = among(
                LONG + " and last_id > :after and last_id <= :last",
                asked,
                asked.justBefore(),
                VerificationFilter.GREATEST);
        var after = asked.justBefore();
        for (var last = end(after, asked.anHourPast()); last != null; last = end(after, asked.anHourPast())) {
            found = union(found, among("last_id > :after and last_id <= :last", asked, after, last));
            after = last;
        }
        return found.isPresent() ? found : beside(asked);
    }

    private Optional<Range> all() {
        return union(
                number("select number from audit_seals order by number limit 1"),
                number("select number from audit_seals order by number desc limit 1"));
    }

    private @Nullable UUID end(UUID after, UUID most) {
        return database.sql("""
                        select last_id from (select last_id from audit_seals where last_id > :after and last_id <= :most
                            order by last_id limit :part) as part order by last_id desc limit 1""")
                .param("after", after)
                .param("most", most)
                .param("part", PART)
                .query((row, _) -> row.getObject("last_id", UUID.class))
                .optional()
                .orElse(null);
    }

    /** Materialized: else PostgreSQL walks from the first number on until it meets one of that time. */
    private Optional<Range> among(String which, VerificationFilter asked, UUID after, UUID last) {
        return database.sql("""
                        with found as materialized (select number from audit_seals where %s and first_id < :past)
                        select min(number) as first, max(number) as last from found""".formatted(which))
                .param("after", after)
                .param("last", last)
                .param("past", asked.past())
                .query((row, _) -> row.getObject("first") == null
                        ? Optional.<Range>empty()
                        : Optional.of(new Range(row.getLong("first"), row.getLong("last"))))
                .single();
    }

    private Optional<Range> beside(VerificationFilter asked) {
        return union(
                number("select number from audit_seals where last_id < ? order by last_id desc limit 1", asked.first()),
                number("select number from audit_seals where first_id >= ? order by first_id limit 1", asked.past()));
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
