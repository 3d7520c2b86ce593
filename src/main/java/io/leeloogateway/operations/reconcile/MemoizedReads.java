package io.leeloogateway.operations.reconcile;

import io.leeloogateway.leeloo.change.FreshReader;
import io.leeloogateway.leeloo.query.Query;
import java.util.HashMap;
import java.util.Map;

/** Remembers Leeloo's responses during one check, so that the check can be evaluated twice on the same data. */
final class MemoizedReads implements FreshReader {

    private final FreshReader reader;
    private final Map<Query<?>, Object> responses = new HashMap<>();

    MemoizedReads(FreshReader reader) {
        this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked") // the response to a Query<T> is a T
    public <T> T read(Query<T> query) {
        return (T) responses.computeIfAbsent(query, reader::read);
    }
}
