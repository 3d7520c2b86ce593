package io.leeloogateway.operations.reconcile;

import io.leeloogateway.leeloo.change.FreshReader;
import io.leeloogateway.leeloo.query.Query;
import java.util.HashMap;
import java.util.Map;

/** What was seen at Leeloo during one look, so that it can be judged twice. */
final class MemoizedReads implements FreshReader {

    private final FreshReader witness;
    private final Map<Query<?>, Object> answers = new HashMap<>();

    MemoizedReads(FreshReader witness) {
        this.witness = witness;
    }

    @Override
    @SuppressWarnings("unchecked") // what a Query<T> was answered with is a T
    public <T> T ask(Query<T> query) {
        return (T) answers.computeIfAbsent(query, witness::ask);
    }
}
