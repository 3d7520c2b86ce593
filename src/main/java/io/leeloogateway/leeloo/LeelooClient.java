package io.leeloogateway.leeloo;

import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.VerbatimChange;
import io.leeloogateway.leeloo.http.CallDeadlines;
import io.leeloogateway.leeloo.http.CallGuard;
import io.leeloogateway.leeloo.http.CallRetries;
import io.leeloogateway.leeloo.http.CallRetries.Kind;
import io.leeloogateway.leeloo.http.RawResponse;
import io.leeloogateway.leeloo.http.ResponseSize;
import io.leeloogateway.leeloo.http.Transport;
import io.leeloogateway.leeloo.model.Created;
import io.leeloogateway.leeloo.model.VerbatimResponse;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.leeloo.wire.ChangeRequests;
import io.leeloogateway.leeloo.wire.LeelooJson;
import io.leeloogateway.leeloo.wire.QueryRequests;
import io.leeloogateway.leeloo.wire.RawData;
import io.leeloogateway.leeloo.wire.RequestSender;
import io.leeloogateway.leeloo.wire.ResponseReader;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Executes the 30 endpoints of Leeloo. Only module cache executes queries, only module operations sends changes. */
@Component
public class LeelooClient {

    private static final JsonMapper JSON = LeelooJson.mapper();

    private final RequestSender requests;
    private final Transport transport;
    private final ResponseReader responses;
    private final CallGuard guard;
    private final CallRetries retries;

    public LeelooClient(
            RequestSender requests,
            Transport transport,
            ResponseReader responses,
            CallGuard guard,
            CallRetries retries) {
        this.requests = requests;
        this.transport = transport;
        this.responses = responses;
        this.guard = guard;
        this.retries = retries;
    }

    /** Reads a stored response body. */
    public <T> T parse(Query<T> query, RawBody body) {
        return responses.read(query, JSON.readTree(body.stream()));
    }

    /** The {@code data} of a response body, byte for byte. */
    public String rawData(Query<?> query, RawBody body) {
        return RawData.of(body, query.target());
    }

    /** The failure of a query whose target is known to be absent at Leeloo. */
    public LeelooNotFound notFound(Query<?> query) {
        return new LeelooNotFound(query.target());
    }

    /**
     * Executes a query within the deadline, and again if it fails while the caller waits. Fails without a call while Leeloo is known to fail,
     * or if the quota allows none before the deadline.
     */
    public <T> LeelooResponse<T> execute(Query<T> query) {
        return retries.call(Kind.READ, RequestContext.current().startLimit().latest(), () -> executeOnce(query));
    }

    /** Executes a query beside a call that hangs; counts as a retry of that call. */
    public <T> LeelooResponse<T> executeBeside(Query<T> query) {
        retries.countExtraCall();
        return executeOnce(query);
    }

    /** The failure of a query that would not be sent now, because Leeloo is known to fail. */
    public Optional<LeelooUnavailable> refusalOfReads() {
        return guard.refusalOfReads();
    }

    private <T> LeelooResponse<T> executeOnce(Query<T> query) {
        var deadline = RequestContext.current().deadline();
        return guard.read(query.plain(), abandoned -> call(query, CallDeadlines.within(deadline, abandoned)));
    }

    private <T> LeelooResponse<T> call(Query<T> query, CallDeadlines deadlines) {
        var received = transport.exchange(
                () -> requests.send(QueryRequests.of(query)), ResponseSize.of(query), query.target(), deadlines);
        try {
            var value = responses.read(query, received.successOf(query.target()));
            return new LeelooResponse<>(value, received.body(), received.sentAt());
        } catch (LeelooException e) {
            throw e.with(received);
        }
    }

    /** The permit for a change, if there is one within a moment. */
    public Optional<SendPermit> tryReserve() {
        return guard.tryReserve();
    }

    /** Waits for the permit for a change, but not so long that no time for the change would be left. */
    public SendPermit reserve() {
        return guard.reserve();
    }

    /**
     * Sends a change at most once, and not after {@code sendBy}; again only if it provably never left. The caller's deadline does not end the
     * wait for the response.
     */
    public <T> LeelooResponse<T> send(Change<T> change, Deadline sendBy, SendPermit permit) {
        return guard.withPermit(
                permit,
                () -> retries.call(
                        Kind.CHANGE, sendBy, () -> guard.change(change.plain(), () -> call(change, sendBy))));
    }

    private <T> LeelooResponse<T> call(Change<T> change, Deadline sendBy) {
        var received = transport.exchange(
                () -> requests.send(ChangeRequests.of(change)),
                ResponseSize.of(change),
                change.target(),
                CallDeadlines.sendBy(sendBy));
        try {
            var envelope = received.successOf(change.plain().target());
            var value = responses.read(change.plain(), envelope);
            return new LeelooResponse<>(answerTo(change, value, received), received.body(), received.sentAt());
        } catch (LeelooException e) {
            throw e.with(received);
        }
    }

    @SuppressWarnings("unchecked") // a change is its plain change, or verbatim
    private static <T> T answerTo(Change<T> change, Object value, RawResponse received) {
        return (T) (change instanceof VerbatimChange ? verbatim(value, received) : value);
    }

    private static VerbatimResponse verbatim(Object value, RawResponse received) {
        var body = new String(received.body().bytes(), StandardCharsets.UTF_8);
        var createdId = value instanceof Created created ? created.id() : null;
        return new VerbatimResponse(received.status().value(), body, createdId);
    }
}
