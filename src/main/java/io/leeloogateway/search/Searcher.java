package io.leeloogateway.search;

import io.leeloogateway.bulkhead.Searches;
import io.leeloogateway.problem.InvalidRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;

/** Searches a cache table, page by page. Rows with similar words are found only where no row has the words themselves. */
@Service
public class Searcher {

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
            var run = new SearchRun<>(rows, columns, mapper);
            var matches = run.find(query, words(query.terms()), after, page.pageSize() + 1);
            var total = page.hasTotal() ? run.count(matches.steps()) : null;
            return found(matches.rows(), page.pageSize(), fingerprint, total);
        }));
    }

    /** Runs a search and what completes it with one permit. */
    public <T> T together(Supplier<T> search) {
        return searches.run(search);
    }

    /** Those of the found rows that have the words of the query in this column; all of them if it has no words. */
    public Set<String> findMatching(SearchQuery query, Collection<String> ids, String column) {
        if (query.terms().isEmpty() || ids.isEmpty()) {
            return Set.copyOf(ids);
        }
        return searches.run(() -> rows.findMatching(query, words(query.terms()), ids, column));
    }

    private WordConditions words(SearchTerms terms) {
        var words = terms.words().isBlank() ? List.<String>of() : rows.fold(terms.words());
        if (words.isEmpty() && terms.numbers().isEmpty() && !terms.isEmpty()) {
            throw InvalidRequest.of("q", "format", "must contain letters or digits");
        }
        return new WordConditions(words, terms.numbers());
    }

    private <R> Found<R> found(List<SearchRow<R>> found, int pageSize, String fingerprint, @Nullable Long total) {
        var next = found.size() > pageSize
                ? cursors.sign(fingerprint, found.get(pageSize - 1).position())
                : null;
        var values = found.stream().limit(pageSize).map(SearchRow::value).toList();
        return new Found<>(values, next, total);
    }
}
