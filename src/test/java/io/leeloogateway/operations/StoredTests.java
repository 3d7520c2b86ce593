package io.leeloogateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leeloogateway.leeloo.Accepted;
import io.leeloogateway.leeloo.AddComment;
import io.leeloogateway.leeloo.AddTag;
import io.leeloogateway.leeloo.Call;
import io.leeloogateway.leeloo.Change;
import io.leeloogateway.leeloo.ChangeOrder;
import io.leeloogateway.leeloo.ChangePerson;
import io.leeloogateway.leeloo.Comment;
import io.leeloogateway.leeloo.CreateOrder;
import io.leeloogateway.leeloo.CreatePerson;
import io.leeloogateway.leeloo.CreateTrafficSource;
import io.leeloogateway.leeloo.CreatedPerson;
import io.leeloogateway.leeloo.CustomField;
import io.leeloogateway.leeloo.ImportPeople;
import io.leeloogateway.leeloo.ImportedPerson;
import io.leeloogateway.leeloo.Notification;
import io.leeloogateway.leeloo.Order;
import io.leeloogateway.leeloo.RecordCall;
import io.leeloogateway.leeloo.RemoveTag;
import io.leeloogateway.leeloo.SendMessage;
import io.leeloogateway.leeloo.SendTemplate;
import io.leeloogateway.leeloo.SmsImport;
import io.leeloogateway.leeloo.Subscribe;
import io.leeloogateway.leeloo.TrafficSource;
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

/** What goes into the ledger comes out as it was: changes, and what they were answered with. */
class StoredTests {

    private static final Instant THEN = Instant.parse("2026-01-13T08:20:37.508123456Z");
    private static final String ODD = "Анна \"🙂\" \\ \n\t\u0000 </script>";

    static Stream<Arguments> changesAndAnswers() {
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
    @MethodSource("changesAndAnswers")
    void aChangeComesOutAsItWas(Change<?> change, Object answer) {
        assertThat(StoredChange.read(StoredChange.kindOf(change), StoredChange.of(change)))
                .isEqualTo(change);
    }

    @ParameterizedTest
    @MethodSource("changesAndAnswers")
    void anAnswerComesOutAsItWas(Change<?> change, Object answer) {
        assertThat((Object) StoredAnswer.read(StoredAnswer.of(answer), change)).isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("changesAndAnswers")
    void whatIsStoredIsTextForTheDatabase(Change<?> change, Object answer) {
        assertThat(StoredChange.of(change) + StoredAnswer.of(answer)).doesNotContain("\u0000");
    }

    @Test
    void eachChangeIsTried() {
        var tried = changesAndAnswers()
                .map(row -> Objects.requireNonNull(row.get()[0]).getClass())
                .distinct();

        assertThat(tried).hasSize(Change.class.getPermittedSubclasses().length).hasSize(13);
    }

    private static Order order(@Nullable BigDecimal price) {
        return new Order("o", null, ODD, null, price, "UAH", "BRAND_NEW", null, THEN, null);
    }
}
