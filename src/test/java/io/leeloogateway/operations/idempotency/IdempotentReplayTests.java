package io.leeloogateway.operations.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.ImportPeople;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.SmsImport;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.operations.reconcile.StoredChange;
import io.leeloogateway.operations.web.OperationHeaders;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.Dialect;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.OperationRef;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Route;
import io.leeloogateway.secrets.Pepper;
import io.leeloogateway.secrets.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class IdempotentReplayTests {

    private static final RequestFingerprint FINGERPRINTS =
            new RequestFingerprint(Pepper.of(new Secret("0123456789abcdef0123456789abcdef")));

    private final RequestContext context = new RequestContext("r", Deadline.after(Duration.ofSeconds(5)));
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** Version 0.1 calls this action people.import. */
    @Test
    void keyOfARouteWithARenamedActionIsReplayed() {
        var change = new ImportPeople(List.of(), "c", null, List.of());

        assertThat(replay(first("people.importBySms", change, new SmsImport(2)), "people.import", change))
                .isEqualTo(new SmsImport(2));
    }

    @Test
    void keyReusedForAnotherChangeOfTheSameFieldsIsRejected() {
        var first = first("people.addTag", new AddTag("p", "t"), new Accepted());

        assertThatExceptionOfType(IdempotencyConflict.class)
                .isThrownBy(() -> replay(first, "people.removeTag", new RemoveTag("p", "t")));
    }

    @Test
    void replayIsMarkedAndNamesTheFirstOperation() {
        var change = new AddTag("p", "t");
        var first = first("people.addTag", change, new Accepted());

        replay(first, "people.addTag", change);

        assertThat(response.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(context.operation()).contains(new OperationRef(first.id(), first.requestId()));
    }

    private <T> T replay(OperationRow first, String action, Change<T> change) {
        context.setRoute(new MatchedRoute(action, Route.ANY_KEY, Route.Kind.CHANGE, Dialect.GATEWAY, 202));
        var headers = new OperationHeaders(new MockHttpServletRequest(), response);
        return context.<T, RuntimeException>run(
                () -> new IdempotentReplay(FINGERPRINTS).replay(first, change, headers));
    }

    private static <T> OperationRow first(String action, Change<T> change, T response) {
        return new OperationRow(
                UUID.randomUUID(),
                "cl_a",
                action,
                "people",
                null,
                null,
                null,
                "key",
                FINGERPRINTS.of(action, change),
                StoredChange.nameOf(change),
                null,
                Outcome.APPLIED,
                202,
                StoredResponse.write(response),
                "first",
                null,
                null,
                "[]",
                0,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
