package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.Query;
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
record Loaded(
        @Nullable Copy copy,
        @Nullable Object answer,
        @Nullable ProblemException failure,
        boolean isStored,
        boolean isOthers) {

    static Loaded answered(Copy copy, Object answer) {
        return new Loaded(copy, answer, null, false, false);
    }

    static Loaded failed(ProblemException failure) {
        return new Loaded(null, null, failure, false, false);
    }

    Loaded stored() {
        return new Loaded(copy, answer, failure, true, isOthers);
    }

    static Loaded unknown(Copy tombstone, ProblemException failure) {
        return new Loaded(tombstone, null, failure, false, false);
    }

    /** As another instance ended its load. */
    Loaded others() {
        return new Loaded(copy, answer, failure, copy != null, true);
    }

    @SuppressWarnings("unchecked") // a load of a query ends with what answers it
    <T> T to(Query<T> query) {
        if (failure != null) {
            throw failure;
        }
        return (T) Objects.requireNonNull(answer);
    }
}
