package io.leeloogateway.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search over the cache.
 *
 * @param items the items of this page; there may be fewer than {@code limit} although more pages follow
 * @param nextCursor the {@code cursor} of the next page; null on the last page
 * @param asOf the end of the last complete run of the synchronization: the items are at least as recent; null before the first run
 * @param complete whether the cache has everything that Leeloo had at {@code asOf}; false before the first complete run
 * @param total the number of matches; present if {@code total=true} was requested
 */
public record SearchPage<T extends PersonalData>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable Instant asOf,
        boolean complete,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total)
        implements PersonalData {

    public SearchPage {
        items = List.copyOf(items);
    }

    /** A page of the found rows; rows without a view are left out. */
    public static <R, T extends PersonalData> SearchPage<T> of(
            Found<R> found, Function<R, Optional<T>> view, Optional<Instant> asOf) {
        return new SearchPage<>(
                found.rows().stream().flatMap(row -> view.apply(row).stream()).toList(),
                found.nextCursor(),
                asOf.orElse(null),
                asOf.isPresent(),
                found.total());
    }

    @Override
    public List<String> personIds() {
        return items.stream().flatMap(item -> item.personIds().stream()).toList();
    }
}
