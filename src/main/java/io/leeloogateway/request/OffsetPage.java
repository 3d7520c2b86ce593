package io.leeloogateway.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One page of a list with offset pagination.
 *
 * @param items the items of this page
 * @param page the position of this page in the list
 */
public record OffsetPage<T>(List<T> items, Position page) {

    public OffsetPage {
        items = List.copyOf(items);
    }

    public <R> OffsetPage<R> map(Function<? super T, ? extends R> mapping) {
        return new OffsetPage<>(items.stream().<R>map(mapping).toList(), page);
    }

    /** This page without the items that do not match. The position stays: paging on by {@code returned} skips no item. */
    public OffsetPage<T> filter(Predicate<? super T> condition) {
        return new OffsetPage<>(items.stream().filter(condition).toList(), page);
    }

    /**
     * The position of a page in its list.
     *
     * @param limit the requested number of items
     * @param offset the number of skipped items
     * @param returned the number of items that Leeloo returned; the next page starts at {@code offset + returned}
     * @param total Leeloo's count of all items; not exact
     */
    @Schema(name = "PagePosition")
    public record Position(int limit, int offset, int returned, long total) {}
}
