package io.leeloogateway.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A part of a list that is walked by offset.
 *
 * @param items the rows of this part
 * @param page which part it is
 */
public record OffsetPage<T>(List<T> items, Position page) {

    public OffsetPage {
        items = List.copyOf(items);
    }

    public <R> OffsetPage<R> map(Function<? super T, ? extends R> mapping) {
        return new OffsetPage<>(items.stream().<R>map(mapping).toList(), page);
    }

    /** The same part without the rows that are not to be shown; whoever walks on by what was returned misses nothing. */
    public OffsetPage<T> only(Predicate<? super T> shown) {
        return new OffsetPage<>(items.stream().filter(shown).toList(), page);
    }

    /**
     * Where a part lies in its list.
     *
     * @param limit how many rows were asked for
     * @param offset how many rows were skipped
     * @param returned how many rows Leeloo gave; go on at {@code offset} plus this
     * @param total how many rows Leeloo says there are; a hint
     */
    @Schema(name = "PagePosition")
    public record Position(int limit, int offset, int returned, long total) {}
}
