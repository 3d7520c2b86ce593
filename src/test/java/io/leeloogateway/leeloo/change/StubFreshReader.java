package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Returns prepared responses and records the queries. */
final class StubFreshReader implements FreshReader {

    private final Map<Query<?>, Object> responses = new HashMap<>();
    private final List<Query<?>> queries = new ArrayList<>();

    /** The facts of a change without competing operations. */
    static SendFacts noOtherOperations() {
        return new SendFacts(SampleIds.THEN, Set.of(), 0, 0);
    }

    <T> StubFreshReader returns(Query<T> query, T response) {
        responses.put(query, response);
        return this;
    }

    <T> CheckResult<T> on(Change<T> change, SendFacts facts) {
        return OutcomeCheck.of(change).orElseThrow().evaluate(this, facts);
    }

    <T> CheckResult<T> on(Change<T> change) {
        return on(change, noOtherOperations());
    }

    List<Query<?>> queries() {
        return queries;
    }

    @Override
    @SuppressWarnings("unchecked") // returns() takes the T of its query
    public <T> T read(Query<T> query) {
        queries.add(query);
        var response = responses.get(query);
        if (response == null) {
            throw new LeelooNotFound(query.target());
        }
        return (T) response;
    }
}
