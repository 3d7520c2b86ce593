package io.leeloogateway.search;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a search looks for in a cache table with the columns {@code id, search_text, is_searchable}. */
public final class SearchQuery {

    /** Later than the time of rows without one. */
    private static final Instant EARLIEST = Instant.EPOCH.plusMillis(1);

    private final String table;
    private final SearchTerms terms;
    private final SortOrder newestFirst;
    private final List<String> conditions = new ArrayList<>(List.of("is_searchable"));
    private final Map<String, Object> values = new LinkedHashMap<>();
    private @Nullable SortOrder order;

    /** A query for words and numbers; the function finds the phone numbers that a text may be. */
    public SearchQuery(
            String table, @Nullable String text, Function<String, Collection<String>> phones, SortOrder newestFirst) {
        this.table = table;
        this.terms = SearchTerms.of(text, phones);
        this.newestFirst = newestFirst;
    }

    public SearchQuery where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition with a value of this name, unless the value is absent. */
    public SearchQuery where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /** Only rows whose time is in the range; rows without it match no bound. */
    public SearchQuery within(SortOrder.Key time, String name, TimeRange range) {
        var from = range.from() == null && range.to() != null ? EARLIEST : range.from();
        return where(time.expression() + " >= :" + name + "From", name + "From", timestamp(from))
                .where(time.expression() + " <= :" + name + "To", name + "To", timestamp(range.to()));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    /** Orders the results; without an order the most relevant are first, then the newest. */
    public SearchQuery orderedBy(@Nullable SortOrder requested) {
        order = requested;
        return this;
    }

    String table() {
        return table;
    }

    SearchTerms terms() {
        return terms;
    }

    Map<String, Object> values() {
        return values;
    }

    String conditions() {
        return String.join(" and ", conditions);
    }

    boolean isByRelevance() {
        return order == null;
    }

    SortOrder order(Match match, WordConditions words) {
        if (order != null) {
            return order;
        }
        return match.isSimilar()
                ? SortOrder.descending(words.similarity(), newestFirst.keys().getFirst())
                : newestFirst;
    }

    /** Equal for equal searches only. */
    String fingerprint() {
        var texts = new ArrayList<>(List.of(table, terms.toString(), String.valueOf(order), conditions()));
        values.forEach((name, value) -> texts.add(name + "=" + text(value)));
        return String.join("\u001e", texts);
    }

    private static String text(Object value) {
        return value instanceof Object[] array ? Arrays.toString(array) : value.toString();
    }
}
