package io.leeloogateway.search;

import io.leeloogateway.bulkhead.Searches;
import io.leeloogateway.problem.InvalidRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;

/** Searches a cache table, page by page. Rows with similar words are found only where no row has the words themselves. */
@Service
public class Searcher {

    /** A search for similar words holds the permit that others wait for. */
    private static final long SIMILAR_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SearchRepository rows;
    private final SearchCursor cursors;
    private final Searches searches;

    Searcher(SearchRepository rows, SearchCursor cursors, Searches searches) {
        this.rows = rows;
        this.cursors = cursors;
        this.searches = searches;
    }

    /** Finds the rows of one page with these columns. */
    public <R> Found<R> find(SearchQuery query, SearchPageRequest page, String columns, RowMapper<R> mapper) {
        var fingerprint = query.fingerprint();
        var after = page.cursor() == null ? null : cursors.verify(fingerprint, page.cursor());
        return searches.run(() -> rows.withSettings(() -> {
            var matches = matches(query, after, page.pageSize() + 1, columns, mapper);
            var total = page.hasTotal() ? count(matches.steps()) : null;
            return found(matches.rows(), page.pageSize(), fingerprint, total);
        }));
    }

    /** Those of the found rows that have the words of the query in this column; all of them if it has no words. */
    public Set<String> findMatching(SearchQuery query, Collection<String> ids, String column) {
        if (query.terms().isEmpty() || ids.isEmpty()) {
            return Set.copyOf(ids);
        }
        return searches.run(() -> rows.findMatching(query, words(query.terms()), ids, column));
    }

    /** The rows of the first steps that have any; a cursor continues the step of its row. */
    private <R> Matches<R> matches(
            SearchQuery query, @Nullable Position after, int limit, String columns, RowMapper<R> mapper) {
        var words = words(query.terms());
        var steps = SearchStep.all(query, words);
        if (after != null && after.match().isSimilar()) {
            steps = List.of(steps.getLast().as(after.match()));
        }
        var found = find(steps, after, limit, columns, mapper);
        if (after == null && found.isEmpty() && words.hasSimilar() && rows.findsSimilarWords()) {
            var end = System.nanoTime() + SIMILAR_NANOS;
            for (var match = Match.similar().iterator(); found.isEmpty() && match.hasNext(); ) {
                rows.limitStatements(Duration.ofNanos(end - System.nanoTime()));
                steps = List.of(steps.getLast().as(match.next()));
                found = find(steps, null, limit, columns, mapper);
            }
        }
        return new Matches<>(steps, found);
    }

    private WordConditions words(SearchTerms terms) {
        var words = terms.words().isBlank() ? List.<String>of() : rows.fold(terms.words());
        if (words.isEmpty() && terms.numbers().isEmpty() && !terms.isEmpty()) {
            throw InvalidRequest.of("q", "format", "must contain letters or digits");
        }
        return new WordConditions(words, terms.numbers());
    }

    private <R> List<SearchRow<R>> find(
            List<SearchStep> steps, @Nullable Position after, int limit, String columns, RowMapper<R> mapper) {
        var found = new ArrayList<SearchRow<R>>();
        for (var step : steps) {
            var isBefore = after != null && step.match().compareTo(after.match()) < 0;
            if (!isBefore && found.size() < limit) {
                var start = after != null && step.match() == after.match() ? after : null;
                found.addAll(rows.find(step, start, limit - found.size(), columns, mapper));
            }
        }
        return found;
    }

    private long count(List<SearchStep> steps) {
        return steps.stream().mapToLong(rows::count).sum();
    }

    private <R> Found<R> found(List<SearchRow<R>> found, int pageSize, String fingerprint, @Nullable Long total) {
        var next = found.size() > pageSize
                ? cursors.sign(fingerprint, found.get(pageSize - 1).position())
                : null;
        var values = found.stream().limit(pageSize).map(SearchRow::value).toList();
        return new Found<>(values, next, total);
    }

    /**
     * The rows that a search found.
     *
     * @param steps the steps to which the rows belong
     */
    private record Matches<R>(List<SearchStep> steps, List<SearchRow<R>> rows) {}
}
