package io.leeloogateway.people;

import io.leeloogateway.search.SortOrder;
import org.jspecify.annotations.Nullable;

/** The orders of people in a search; an index serves each. */
final class PersonOrder {

    static final SortOrder.Key CREATED = SortOrder.Key.time("created_at");
    static final SortOrder.Key LAST_MESSAGE = SortOrder.Key.time("last_message_at");
    static final SortOrder NEWEST_FIRST = SortOrder.descending(CREATED);

    private PersonOrder() {}

    /** Null for the order by relevance. */
    static @Nullable SortOrder of(@Nullable String sort) {
        return switch (sort) {
            case "createdAt" -> SortOrder.ascending(CREATED);
            case "-createdAt" -> NEWEST_FIRST;
            case "lastMessageAt" -> SortOrder.ascending(LAST_MESSAGE);
            case "-lastMessageAt" -> SortOrder.descending(LAST_MESSAGE);
            case null, default -> null;
        };
    }
}
