package io.leeloogateway.leeloo;

import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.VerbatimChange;
import io.leeloogateway.leeloo.http.CallDeadlines;
import io.leeloogateway.leeloo.http.CallMetrics;
import io.leeloogateway.leeloo.http.PermittedCalls;
import io.leeloogateway.leeloo.http.RawResponse;
import io.leeloogateway.leeloo.http.ResponseSizeLimit;
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
    private final PermittedCalls permitted;
    private final CallMetrics metrics;

    public LeelooClient(
            RequestSender requests,
            Transport transport,
            ResponseReader responses,
            PermittedCalls permitted,
            CallMetrics metrics) {
        this.requests = requests;
        this.transport = transport;
        this.responses = responses;
        this.permitted = permitted;
        this.metrics = metrics;
    }

    /** Reads a stored response body. */
    public <T> T parse(Query<T> query, RawBody body) {
        return responses.read(query, JSON.readTree(body.bytes()));
    }

    /** The {@code data} of a response body, byte for byte. */
    public String rawData(Query<?> query, RawBody body) {
        return RawData.of(body, query.target());
    }

    /** The failure of a query whose target is known to be absent at Leeloo. */
    public LeelooNotFound notFound(Query<?> query) {
        return new LeelooNotFound(query.target());
    }

    /** Executes a query once, within the caller's deadline. Fails without a call if the quota allows none before the deadline. */
    public <T> LeelooResponse<T> execute(Query<T> query) {
        return permitted.read(() -> metrics.time(query.plain(), () -> callQuery(query)));
    }

    private <T> LeelooResponse<T> callQuery(Query<T> query) {
        var deadline = RequestContext.current().deadline();
        var received = transport.exchange(
                () -> requests.send(QueryRequests.of(query)),
                ResponseSizeLimit.of(query),
                query.target(),
                CallDeadlines.within(deadline));
        try {
            return new LeelooResponse<>(responses.read(query, received.successOf(query.target())), received.body());
        } catch (LeelooException e) {
            throw e.withUpstreamStatus(received.status());
        }
    }

    /** The permit for a change, if there is one within a moment. */
    public Optional<SendPermit> tryReserve() {
        return permitted.tryReserve();
    }

    /** Waits for the permit for a change, but not so long that no time for the change would be left. */
    public SendPermit reserve() {
        return permitted.reserve();
    }

    /** Sends a change at most once, and not after {@code sendBy}. The caller's deadline does not end the wait for the response. */
    public <T> LeelooResponse<T> send(Change<T> change, Deadline sendBy, SendPermit permit) {
        return permitted.send(permit, () -> metrics.time(change.plain(), () -> callChange(change, sendBy)));
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

    private <T> LeelooResponse<T> callChange(Change<T> change, Deadline sendBy) {
        var received = transport.exchange(
                () -> requests.send(ChangeRequests.of(change)),
                ResponseSizeLimit.of(change),
                change.target(),
                CallDeadlines.sendBy(sendBy));
        var envelope = received.successOf(change.plain().target());
        var value = responses.read(change.plain(), envelope);
        return new LeelooResponse<>(answerTo(change, value, received), received.body());
    }
}
