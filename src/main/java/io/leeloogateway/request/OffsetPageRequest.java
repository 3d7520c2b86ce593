package io.leeloogateway.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many rows at most, 1 to 100, 20 unless given
 * @param offset how many rows to skip, 0 unless given
 */
public record OffsetPageRequest(
        @Min(1) @Max(100) @Nullable Integer limit,
        @Min(0) @Nullable Integer offset) {

    private static final int DEFAULT_LIMIT = 20;

    public int rows() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    public int skipped() {
        return offset == null ? 0 : offset;
    }
}
