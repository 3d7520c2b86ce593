package io.leeloogateway.operations.reconcile;

import io.leeloogateway.leeloo.change.FreshReader;
import io.leeloogateway.leeloo.query.Query;
import java.util.HashMap;
import java.util.Map;

/** What was seen at Leeloo during one look, so that it can be judged twice. */
final class MemoizedReads implements FreshReader {

    private final FreshReader reader;
    private final Map<Query<?>, Object> results = new HashMap<>();

    MemoizedReads(FreshReader reader) {
        this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked") // what a Query<T> was answered with is a T
    public <T> T read(Query<T> query) {
        return (T) results.computeIfAbsent(query, reader::read);
    }
}
