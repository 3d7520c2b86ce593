package io.leeloogateway.leeloo;

import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.http.CallDeadlines;
import io.leeloogateway.leeloo.http.CallMetrics;
import io.leeloogateway.leeloo.http.ResponseSizeLimit;
import io.leeloogateway.leeloo.http.Transport;
import io.leeloogateway.leeloo.http.UpstreamBackoff;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.leeloo.wire.ChangeRequestSender;
import io.leeloogateway.leeloo.wire.LeelooJson;
import io.leeloogateway.leeloo.wire.QueryRequestSender;
import io.leeloogateway.leeloo.wire.RawData;
import io.leeloogateway.leeloo.wire.ResponseReader;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Leeloo, as the other rooms see it: questions to the mirror, changes to operations, nothing to anybody else. */
@Component
public class LeelooClient {

    private static final JsonMapper JSON = LeelooJson.mapper();

    private final QueryRequestSender queries;
    private final ChangeRequestSender changes;
    private final Transport transport;
    private final ResponseReader answers;
    private final UpstreamBackoff throttle;
    private final CallMetrics meter;

    public LeelooClient(
            QueryRequestSender queries,
            ChangeRequestSender changes,
            Transport transport,
            ResponseReader answers,
            UpstreamBackoff throttle,
            CallMetrics meter) {
        this.queries = queries;
        this.changes = changes;
        this.transport = transport;
        this.answers = answers;
        this.throttle = throttle;
        this.meter = meter;
    }

    /** Reads an answer once more that was given before. */
    public <T> T reread(Query<T> query, RawBody document) {
        return answers.read(query, JSON.readTree(document.bytes()));
    }

    /** What an answer says of the thing itself, to the letter: JSON. */
    public String raw(Query<?> query, RawBody document) {
        return RawData.of(document, query.target());
    }

    /** What is answered where Leeloo is known not to know what the query is about. */
    public LeelooNotFound unknown(Query<?> query) {
        return new LeelooNotFound(query.target());
    }

    /** Asks once, within the caller's deadline; not at all as long as Leeloo's limit is known to be reached. */
    public <T> LeelooResponse<T> ask(Query<T> query) {
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

    private <T> LeelooResponse<T> answerOf(Query<T> query) {
        var deadline = RequestContext.current().deadline();
        var received = transport.exchange(
                () -> queries.send(query), ResponseSizeLimit.of(query), query.target(), CallDeadlines.until(deadline));
        try {
            return new LeelooResponse<>(answers.read(query, received.judged(query.target())), received.document());
        } catch (LeelooException e) {
            throw e.answeredWith(received.status());
        }
    }

    /** Sends once, never again; what has not left by then does not leave any more. Who waits for the answer does not matter to it. */
    public <T> LeelooResponse<T> send(Change<T> change, Deadline departure) {
        try {
            return meter.time(change, () -> answerTo(change, departure));
        } catch (LeelooThrottled e) {
            throttle.meet(e);
            throw e;
        }
    }

    private <T> LeelooResponse<T> answerTo(Change<T> change, Deadline departure) {
        var received = transport.exchange(
                () -> changes.send(change),
                ResponseSizeLimit.of(change),
                change.target(),
                CallDeadlines.leavingBy(departure));
        return new LeelooResponse<>(answers.read(change, received.judged(change.target())), received.document());
    }
}
