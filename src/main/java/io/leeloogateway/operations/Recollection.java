package io.leeloogateway.operations;

import io.leeloogateway.leeloo.Query;
import io.leeloogateway.leeloo.Witness;
import java.util.HashMap;
import java.util.Map;

/** What was seen at Leeloo during one look, so that it can be judged twice. */
final class Recollection implements Witness {

    private final Witness witness;
    private final Map<Query<?>, Object> answers = new HashMap<>();

    Recollection(Witness witness) {
        this.witness = witness;
    }

    @Override
    @SuppressWarnings("unchecked") // what a Query<T> was answered with is a T
    public <T> T ask(Query<T> query) {
        return (T) answers.computeIfAbsent(query, witness::ask);
    }
}
