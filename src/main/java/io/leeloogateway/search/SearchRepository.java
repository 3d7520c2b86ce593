package io.leeloogateway.search;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Executes searches in the database. */
@Repository
class SearchRepository {

    /** The plan depends on the values: without this setting, a statement that is executed often gets one plan for all values. */
    private static final String SETTINGS = """
            select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)""";

    /** The index is read with the threshold of the session. A scan of the table would compare the words of every row. */
    private static final String SIMILARITY = """
            select set_config('pg_trgm.word_similarity_threshold', :threshold, true), set_config('enable_seqscan', 'off', true)""";

    /** To compare words takes some 20 microseconds for a row, and a common name has a hundred thousand rows that are similar. */
    private static final int MAX_SIMILAR = 500;

    /** The driver reads so many rows at once, and a row may contain a whole document of up to 1 MiB. */
    private static final int FETCH_SIZE = 10;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    SearchRepository(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    <T> T withSettings(Supplier<T> search) {
        return transaction.execute(_ -> {
            database.sql(SETTINGS).query((_, _) -> true).single();
            return search.get();
        });
    }

    /** Each further statement of the search has so much time, at least a millisecond. */
    void limitStatements(Duration time) {
        database.sql("select set_config('statement_timeout', :millis, true)")
                .param("millis", String.valueOf(Math.max(1, time.toMillis())))
                .query((_, _) -> true)
                .single();
    }

    /** Not without the extension, which the role of the migration may not have been allowed to create. */
    boolean findsSimilarWords() {
        return database.sql("select exists (select from pg_extension where extname = 'pg_trgm')")
                .query(Boolean.class)
                .single();
    }

    /** The words of a text as they are in {@code search_text}. */
    List<String> fold(String text) {
        var folded = database.sql("select search_fold(:text)")
                .param("text", text)
                .query(String.class)
                .single();
        return Stream.of(folded.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    <R> List<SearchRow<R>> find(
            SearchStep step, @Nullable Position after, int limit, String columns, RowMapper<R> mapper) {
        setThreshold(step.match());
        var statement = database.sql(sql(step, columns, after != null))
                .withFetchSize(FETCH_SIZE)
                .params(step.values())
                .param("limit", limit);
        if (after != null) {
            statement = statement.param("lastId", after.id());
            for (var i = 0; i < after.keys().size(); i++) {
                statement = statement.param("last" + i, after.keys().get(i));
            }
        }
        return statement
                .query((row, number) -> new SearchRow<>(
                        mapper.mapRow(row, number),
                        position(step.match(), row, step.order().keys().size())))
                .list();
    }

    static String sql(SearchStep step, String columns, boolean isNext) {
        var order = step.order();
        return "select %s, id, %s from %s%s order by %s limit :limit"
                .formatted(
                        columns,
                        sortColumns(order),
                        rows(step, "*"),
                        isNext ? (step.match().isSimilar() ? " where " : " and ") + isAfter(order) : "",
                        order(order));
    }

    /** Ends with the conditions, unless it is a table of the first similar rows. */
    private static String rows(SearchStep step, String columns) {
        var table = step.query().table();
        var rows = table + " where " + step.conditions();
        return step.match().isSimilar()
                ? "(select %s from %s limit %d) %s".formatted(columns, rows, MAX_SIMILAR, table)
                : rows;
    }

    /** Those of the rows that contain the words in one of their columns. */
    Set<String> findMatching(SearchQuery query, WordConditions words, Collection<String> ids, String column) {
        return Set.copyOf(database.sql("""
                        select id from (select id, null::text as phone, ' ' || search_fold(coalesce(%s, '')) || ' ' as search_text
                                from %s where id = any(:ids)) as named
                        where %s""".formatted(column, query.table(), words.sql(Match.FRAGMENTS)))
                .params(words.values())
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    void setThreshold(Match match) {
        if (match.isSimilar()) {
            database.sql(SIMILARITY)
                    .param("threshold", String.valueOf(match.similarity()))
                    .query((_, _) -> true)
                    .single();
        }
    }

    long count(SearchStep step) {
        return database.sql("select count(*) from " + rows(step, "id"))
                .params(step.values())
                .query(Long.class)
                .single();
    }

    private static String sortColumns(SortOrder order) {
        return IntStream.range(0, order.keys().size())
                .mapToObj(i ->
                        "(%s)::text as sort_%d".formatted(order.keys().get(i).expression(), i))
                .collect(joining(", "));
    }

    private static String order(SortOrder order) {
        return Stream.concat(order.keys().stream().map(SortOrder.Key::expression), Stream.of("id"))
                .map(expression -> expression + " " + order.direction())
                .collect(joining(", "));
    }

    private static String isAfter(SortOrder order) {
        var expressions = order.keys().stream().map(SortOrder.Key::expression).collect(joining(", "));
        var last = IntStream.range(0, order.keys().size())
                .mapToObj(i -> ":last%d::%s".formatted(i, order.keys().get(i).type()))
                .collect(joining(", "));
        return "(%s, id) %s (%s, :lastId)".formatted(expressions, order.comparison(), last);
    }

    private static Position position(Match match, ResultSet row, int keys) throws SQLException {
        var values = new ArrayList<String>();
        for (var i = 0; i < keys; i++) {
            values.add(row.getString("sort_" + i));
        }
        return new Position(match, values, row.getString("id"));
    }
}
