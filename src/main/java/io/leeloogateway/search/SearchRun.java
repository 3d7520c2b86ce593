package io.leeloogateway.search;

import io.leeloogateway.request.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.RowMapper;

/** One search, with the permit that others wait for: its statements share a time. */
final class SearchRun<R> {

    /** Not longer than the {@code statement_timeout} of the session: the driver must not give up before the database. */
    private static final Duration MAX_TIME = Duration.ofMillis(1_800);

    private static final Duration MAX_TIME_OF_SIMILAR = Duration.ofSeconds(1);

    private final SearchRepository rows;
    private final String columns;
    private final RowMapper<R> mapper;
    private final Deadline end = Deadline.after(MAX_TIME);

    SearchRun(SearchRepository rows, String columns, RowMapper<R> mapper) {
        this.rows = rows;
        this.columns = columns;
        this.mapper = mapper;
    }

    /**
     * Rows that a search found.
     *
     * @param steps the steps to which the rows belong
     */
    record Matches<R>(List<SearchStep> steps, List<SearchRow<R>> rows) {}

    /** The rows of the first steps that have any; a cursor continues the step of its row. */
    Matches<R> find(SearchQuery query, WordConditions words, @Nullable Position after, int limit) {
        var steps = SearchStep.all(query, words);
        if (after != null && after.match().isSimilar()) {
            return findSimilar(steps.getLast(), List.of(after.match()), after, limit);
        }
        var found = find(steps, after, limit, end);
        return after == null && found.isEmpty() && words.hasSimilar() && rows.findsSimilarWords()
                ? findSimilar(steps.getLast(), Match.similar(), null, limit)
                : new Matches<>(steps, found);
    }

    private Matches<R> findSimilar(SearchStep step, List<Match> matches, @Nullable Position after, int limit) {
        var earlierEnd = Deadline.after(MAX_TIME_OF_SIMILAR).orEarlier(end);
        var steps = List.<SearchStep>of();
        var found = List.<SearchRow<R>>of();
        for (var match = matches.iterator(); found.isEmpty() && match.hasNext(); ) {
            steps = List.of(step.as(match.next()));
            found = find(steps, after, limit, earlierEnd);
        }
        return new Matches<>(steps, found);
    }

    private List<SearchRow<R>> find(List<SearchStep> steps, @Nullable Position after, int limit, Deadline deadline) {
        var found = new ArrayList<SearchRow<R>>();
        for (var step : steps) {
            var isBefore = after != null && step.match().compareTo(after.match()) < 0;
            if (!isBefore && found.size() < limit) {
                var start = after != null && step.match() == after.match() ? after : null;
                rows.limitStatements(deadline.remaining());
                found.addAll(rows.find(step, start, limit - found.size(), columns, until(deadline)));
            }
        }
        return found;
    }

    /** The database counts the time of each batch of rows by itself. */
    private RowMapper<R> until(Deadline deadline) {
        return (row, number) -> {
            if (deadline.remaining().isZero()) {
                throw new QueryTimeoutException("the search takes too long");
            }
            return mapper.mapRow(row, number);
        };
    }

    /** The number of rows of these steps. */
    long count(List<SearchStep> steps) {
        return steps.stream().mapToLong(this::count).sum();
    }

    private long count(SearchStep step) {
        rows.limitStatements(end.remaining());
        return rows.count(step);
    }
}
