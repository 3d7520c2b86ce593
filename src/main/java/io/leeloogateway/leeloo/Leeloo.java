package io.leeloogateway.leeloo;

import org.springframework.stereotype.Component;

/** Leeloo, as the other rooms see it: questions to the mirror, changes to operations, nothing to anybody else. */
@Component
public class Leeloo {

    private final Queries queries;
    private final Changes changes;
    private final Transport transport;
    private final Answers answers;

    Leeloo(Queries queries, Changes changes, Transport transport, Answers answers) {
        this.queries = queries;
        this.changes = changes;
        this.transport = transport;
        this.answers = answers;
    }

    /** Asks once, within the caller's deadline. */
    public <T> Answer<T> ask(Query<T> query) {
        var received = transport.exchange(() -> queries.send(query), AnswerLimit.of(query), query.target());
        return new Answer<>(answers.read(query, received.judged(query.target())), received.document());
    }

    /** Sends once, never again. */
    public <T> Answer<T> send(Change<T> change) {
        var received = transport.exchange(() -> changes.send(change), AnswerLimit.of(change), change.target());
        return new Answer<>(answers.read(change, received.judged(change.target())), received.document());
    }
}
