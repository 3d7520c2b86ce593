package io.leeloogateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leeloogateway.leeloo.change.AddComment;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.ChangeOrder;
import io.leeloogateway.leeloo.change.ChangePerson;
import io.leeloogateway.leeloo.change.CreateOrder;
import io.leeloogateway.leeloo.change.CreatePerson;
import io.leeloogateway.leeloo.change.CreateTrafficSource;
import io.leeloogateway.leeloo.change.ImportPeople;
import io.leeloogateway.leeloo.change.ImportedPerson;
import io.leeloogateway.leeloo.change.Notification;
import io.leeloogateway.leeloo.change.RecordCall;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.leeloo.change.SendMessage;
import io.leeloogateway.leeloo.change.SendTemplate;
import io.leeloogateway.leeloo.change.Subscribe;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.Call;
import io.leeloogateway.leeloo.model.Comment;
import io.leeloogateway.leeloo.model.CreatedPerson;
import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.SmsImport;
import io.leeloogateway.leeloo.model.TrafficSource;
import io.leeloogateway.operations.idempotency.StoredResponse;
import io.leeloogateway.operations.reconcile.StoredChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes and responses are stored as JSON without loss. */
class StoredOperationTests {

    private static final Instant THEN = Instant.parse("2026-01-13T08:20:37.508123456Z");
    private static final String ODD = "Анна \"🙂\" \\ \n\t\u0000 </script>";

    static Stream<Arguments> changesAndResponses() {
        return Stream.of(
                arguments(new SendTemplate("c", "t", Map.of("b", ODD, "a", "")), new Accepted()),
                arguments(new SendMessage("c", ODD), new Accepted()),
                arguments(new Subscribe("c", "t", "b"), new Accepted()),
                arguments(
                        new CreateTrafficSource("t", ODD, null),
                        new TrafficSource("s", ODD, null, "normal", "h", true, "t", null, THEN, null)),
                arguments(
                        new CreateOrder("p", "o", "c", "e@example.org", null, THEN, Notification.SENT, null),
                        order(new BigDecimal("1990.50"))),
                arguments(new CreateOrder("p", "o", "c", null, null, null, Notification.NONE, null), order(null)),
                arguments(
                        new CreateOrder("p", "o", "c", null, null, null, Notification.NONE, "m"),
                        order(new BigDecimal("12345678901234567890.12345678901234567890"))),
                arguments(
                        new ChangeOrder("o", "RESOLVED", THEN, "USD", new BigDecimal("99999999999.10"), ODD),
                        new Accepted()),
                arguments(new ChangeOrder("o", "REJECTED", null, null, null, null), new Accepted()),
                arguments(
                        new CreatePerson(ODD, null, "+12025550143", null, List.of("u")),
                        new CreatedPerson("p", "c", ODD, null, null, THEN)),
                arguments(
                        new ChangePerson("p", null, "e@example.org", List.of(new CustomField("STRING", "City", ODD))),
                        new Accepted()),
                arguments(new ChangePerson("p", "+12025550143", null, null), new Accepted()),
                arguments(
                        new ImportPeople(
                                List.of(new ImportedPerson(ODD, null, "+1"), new ImportedPerson("n", "e", "+2")),
                                "c",
                                null,
                                List.of("t")),
                        new SmsImport(2)),
                arguments(new AddComment("p", ODD), new Comment("c", ODD, "p", null, THEN)),
                arguments(new AddTag("p", "t"), new Accepted()),
                arguments(new RemoveTag("p", "t"), new Accepted()),
                arguments(
                        new RecordCall("u", "c", "+1", "+2", THEN, null, "SUCCESS", Integer.MAX_VALUE, "INBOUND"),
                        new Call("c", null, "u", "c", "+1", "+2", null, "SUCCESS", Long.MAX_VALUE, null, THEN)));
    }

    @ParameterizedTest
    @MethodSource("changesAndResponses")
    void storedChangeIsReadUnchanged(Change<?> change, Object response) {
        assertThat(StoredChange.read(StoredChange.nameOf(change), StoredChange.write(change)))
                .isEqualTo(change);
    }

    @ParameterizedTest
    @MethodSource("changesAndResponses")
    void storedResponseIsReadUnchanged(Change<?> change, Object response) {
        assertThat((Object) StoredResponse.read(StoredResponse.write(response), change))
                .isEqualTo(response);
    }

    @ParameterizedTest
    @MethodSource("changesAndResponses")
    void storedJsonHasNoNul(Change<?> change, Object response) {
        assertThat(StoredChange.write(change) + StoredResponse.write(response)).doesNotContain("\u0000");
    }

    @Test
    void everyChangeIsCovered() {
        var covered = changesAndResponses()
                .map(row -> Objects.requireNonNull(row.get()[0]).getClass())
                .distinct();

        assertThat(covered)
                .hasSize(Change.class.getPermittedSubclasses().length - 1)
                .hasSize(13);
    }

    private static Order order(@Nullable BigDecimal price) {
        return new Order("o", null, ODD, null, price, "UAH", "BRAND_NEW", null, THEN, null);
    }
}
