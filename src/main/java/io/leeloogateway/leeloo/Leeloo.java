package io.leeloogateway.leeloo;

import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
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
        var deadline = RequestContext.current().deadline();
        var received = transport.exchange(
                () -> queries.send(query), AnswerLimit.of(query), query.target(), Patience.until(deadline));
        return new Answer<>(answers.read(query, received.judged(query.target())), received.document());
    }

    /** Sends once, never again; what has not left by then does not leave any more. Who waits for the answer does not matter to it. */
    public <T> Answer<T> send(Change<T> change, Deadline departure) {
        var received = transport.exchange(
                () -> changes.send(change), AnswerLimit.of(change), change.target(), Patience.leavingBy(departure));
        return new Answer<>(answers.read(change, received.judged(change.target())), received.document());
    }
}
