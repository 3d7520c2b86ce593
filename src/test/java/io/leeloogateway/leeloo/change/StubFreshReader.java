package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reader that says what it was told to say, and remembers what it was asked. */
final class StubFreshReader implements FreshReader {

    private final Map<Query<?>, Object> answers = new HashMap<>();
    private final List<Query<?>> asked = new ArrayList<>();

    /** A change sent at the known moment, with nobody beside it. */
    static SendFacts alone() {
        return new SendFacts(SampleIds.THEN, Set.of(), 0, 0);
    }

    <T> StubFreshReader says(Query<T> query, T answer) {
        answers.put(query, answer);
        return this;
    }

    <T> CheckResult<T> on(Change<T> change, SendFacts sent) {
        return OutcomeCheck.of(change).orElseThrow().evaluate(this, sent);
    }

    <T> CheckResult<T> on(Change<T> change) {
        return on(change, alone());
    }

    List<Query<?>> asked() {
        return asked;
    }

    @Override
    @SuppressWarnings("unchecked") // says takes the T of its query
    public <T> T read(Query<T> query) {
        asked.add(query);
        var answer = answers.get(query);
        if (answer == null) {
            throw new LeelooNotFound(query.target());
        }
        return (T) answer;
    }
}
