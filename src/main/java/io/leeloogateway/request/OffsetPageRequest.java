package io.leeloogateway.request;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Selects a page of a list with offset pagination.
 *
 * @param limit the maximum number of items, 1 to 100, default 20
 * @param offset the number of items to skip, default 0
 */
public record OffsetPageRequest(
        @Schema(defaultValue = "20") @Min(1) @Max(100) @Nullable
        Integer limit,

        @Schema(defaultValue = "0") @Min(0) @Nullable Integer offset) {

    private static final int DEFAULT_LIMIT = 20;

    public int limitOrDefault() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    public int offsetOrDefault() {
        return offset == null ? 0 : offset;
    }
}
