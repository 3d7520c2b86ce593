package io.leeloogateway.leeloo;

import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Leeloo, as the other rooms see it: questions to the mirror, changes to operations, nothing to anybody else. */
@Component
public class Leeloo {

    private static final JsonMapper JSON = LeelooJson.mapper();

    private final Queries queries;
    private final Changes changes;
    private final Transport transport;
    private final Answers answers;
    private final Throttle throttle;
    private final CallMeter meter;

    Leeloo(Queries queries, Changes changes, Transport transport, Answers answers, Throttle throttle, CallMeter meter) {
        this.queries = queries;
        this.changes = changes;
        this.transport = transport;
        this.answers = answers;
        this.throttle = throttle;
        this.meter = meter;
    }

    /** Reads an answer once more that was given before. */
    public <T> T reread(Query<T> query, Document document) {
        return answers.read(query, JSON.readTree(document.bytes()));
    }

    /** What an answer says of the thing itself, to the letter: JSON. */
    public String raw(Query<?> query, Document document) {
        return RawData.of(document, query.target());
    }

    /** What is answered where Leeloo is known not to know what the query is about. */
    public LeelooNotFound unknown(Query<?> query) {
        return new LeelooNotFound(query.target());
    }

    /** Asks once, within the caller's deadline; not at all as long as Leeloo's limit is known to be reached. */
    public <T> Answer<T> ask(Query<T> query) {
        throttle.remaining().ifPresent(wait -> {
            throw new LeelooThrottled(wait);
        });
        try {
            var answer = meter.time(query, () -> answerOf(query));
            throttle.pass();
            return answer;
        } catch (LeelooThrottled e) {
            throttle.meet(e);
            throw e;
        }
    }

    private <T> Answer<T> answerOf(Query<T> query) {
        var deadline = RequestContext.current().deadline();
        var received = transport.exchange(
                () -> queries.send(query), AnswerLimit.of(query), query.target(), Patience.until(deadline));
        try {
            return new Answer<>(answers.read(query, received.judged(query.target())), received.document());
        } catch (LeelooException e) {
            throw e.answeredWith(received.status());
        }
    }

    /** Sends once, never again; what has not left by then does not leave any more. Who waits for the answer does not matter to it. */
    public <T> Answer<T> send(Change<T> change, Deadline departure) {
        try {
            return meter.time(change, () -> answerTo(change, departure));
        } catch (LeelooThrottled e) {
            throttle.meet(e);
            throw e;
        }
    }

    private <T> Answer<T> answerTo(Change<T> change, Deadline departure) {
        var received = transport.exchange(
                () -> changes.send(change), AnswerLimit.of(change), change.target(), Patience.leavingBy(departure));
        return new Answer<>(answers.read(change, received.judged(change.target())), received.document());
    }
}
