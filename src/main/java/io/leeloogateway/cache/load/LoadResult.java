package io.leeloogateway.cache.load;

import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a load ended with.
 *
 * @param copy what Leeloo answered; null where it failed
 * @param answer the same, read; null where it failed and for a tombstone
 * @param failure why not; of a tombstone, that Leeloo knows no such thing
 * @param isStored whether the copy was put down
 * @param isOthers whether another instance asked
 */
public record LoadResult(
        @Nullable CacheEntry copy,
        @Nullable Object answer,
        @Nullable ProblemException failure,
        boolean isStored,
        boolean isOthers) {

    static LoadResult answered(CacheEntry copy, Object answer) {
        return new LoadResult(copy, answer, null, false, false);
    }

    static LoadResult failed(ProblemException failure) {
        return new LoadResult(null, null, failure, false, false);
    }

    LoadResult stored() {
        return new LoadResult(copy, answer, failure, true, isOthers);
    }

    static LoadResult unknown(CacheEntry tombstone, ProblemException failure) {
        return new LoadResult(tombstone, null, failure, false, false);
    }

    /** As another instance ended its load. */
    LoadResult others() {
        return new LoadResult(copy, answer, failure, copy != null, true);
    }

    @SuppressWarnings("unchecked") // a load of a query ends with what answers it
    public <T> T to(Query<T> query) {
        if (failure != null) {
            throw failure;
        }
        return (T) Objects.requireNonNull(answer);
    }
}
