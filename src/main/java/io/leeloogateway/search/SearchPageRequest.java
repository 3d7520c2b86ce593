package io.leeloogateway.search;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Selects a page of a search.
 *
 * @param limit the maximum number of items, 1 to 100, default 20
 * @param cursor the {@code nextCursor} of the previous page of the same search; the first page by default
 * @param total {@code true} counts all matches, which takes longer than the page itself
 */
public record SearchPageRequest(
        @Schema(defaultValue = "20") @Min(1) @Max(100) @Nullable
        Integer limit,

        @Size(min = 1, max = 500) @Nullable String cursor,
        @Schema(defaultValue = "false") @Nullable Boolean total) {

    private static final int DEFAULT_LIMIT = 20;

    int pageSize() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    boolean hasTotal() {
        return Boolean.TRUE.equals(total);
    }
}
