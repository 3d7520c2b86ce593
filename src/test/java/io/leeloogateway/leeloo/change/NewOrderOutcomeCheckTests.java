package io.leeloogateway.leeloo.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewOrderOutcomeCheckTests {

    private static final CreateOrder CHANGE = new CreateOrder(
            SampleIds.ANNA, SampleIds.OFFER, SampleIds.CREDITS, null, null, null, Notification.NONE, null);
    private static final Instant LATER = SampleIds.THEN.plusSeconds(1);
    private static final String OTHER = "64a000000000000000001102";
    private static final FindPerson PERSON = new FindPerson(SampleIds.ANNA);

    @Test
    void onlyOrderSinceTheSendIsTheCreatedOrder() {
        var old = order(OTHER, SampleIds.LONG_AGO, LATER);
        var created = order(SampleIds.ORDER, LATER, LATER);

        var result = orders(old, created).on(CHANGE);

        assertThat(result)
                .isEqualTo(new CheckResult.Applied<>(
                        created,
                        SampleIds.ORDER,
                        "order 64a000000000000000001101 of 2026-01-13T08:20:38.508Z is the person's only new one"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-01-13T08:20:37.508Z,2026-01-13T08:20:37.508Z,true",
                "2026-01-13T08:20:37.508Z,-,true",
                "2026-01-13T08:20:37.507Z,2026-01-13T08:20:37.508Z,false",
                "2026-01-13T08:20:37.507Z,-,false",
                "2026-01-13T08:21:45.508Z,2026-01-13T09:00:00Z,true",
                "2026-01-13T08:21:45.509Z,2026-01-13T09:00:00Z,false",
                "-,2026-01-13T08:20:37.508Z,false"
            })
    void orderIsNewIfItIsOfTheMinuteAfterTheSend(
            @Nullable Instant createdAt, @Nullable Instant updatedAt, boolean isNew) {
        var result = orders(order(SampleIds.ORDER, createdAt, updatedAt)).on(CHANGE);

        assertThat(result).isInstanceOf(isNew ? CheckResult.Applied.class : CheckResult.Inconclusive.class);
    }

    /** The customer has bought something else since. */
    @Test
    void laterOrderIsOfSomebodyElse() {
        var created = order(SampleIds.ORDER, LATER, LATER);
        var anHourLater = SampleIds.THEN.plusSeconds(3600);

        assertThat(orders(created, order(OTHER, anHourLater, anHourLater)).on(CHANGE))
                .isInstanceOfSatisfying(
                        CheckResult.Applied.class,
                        applied -> assertThat(applied.response()).isEqualTo(created));
    }

    @Test
    void orderOfUnknownAgeIsInconclusive() {
        var result = orders(order(SampleIds.ORDER, LATER, LATER), order(OTHER, null, LATER))
                .on(CHANGE);

        assertThat(result).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void ordersNotUpdatedSinceTheSendAreNotRead() {
        var reader = orders(order(OTHER, SampleIds.LONG_AGO, SampleIds.LONG_AGO), order(SampleIds.ORDER, LATER, LATER));

        reader.on(CHANGE);

        assertThat(reader.queries()).containsExactly(PERSON, new FindOrder(SampleIds.ORDER));
    }

    @Test
    void linkedAndIncludedOrdersAreRead() {
        var created = order(SampleIds.ORDER, LATER, LATER);
        var linked = new StubFreshReader()
                .returns(PERSON, person(List.of(SampleIds.ORDER), List.of()))
                .returns(new FindOrder(SampleIds.ORDER), created);
        var included = new StubFreshReader()
                .returns(PERSON, person(List.of(), List.of(created)))
                .returns(new FindOrder(SampleIds.ORDER), created);

        assertThat(linked.on(CHANGE)).extracting("response").isEqualTo(created);
        assertThat(included.on(CHANGE)).extracting("response").isEqualTo(created);
    }

    @Test
    void noOrderIsInconclusive() {
        assertThat(orders().on(CHANGE)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void twoNewOrdersAreInconclusive() {
        var result = orders(order(SampleIds.ORDER, LATER, LATER), order(OTHER, LATER, LATER))
                .on(CHANGE);

        assertThat(result)
                .isEqualTo(new CheckResult.Inconclusive<>("orders of person 64a000000000000000001801 since"
                        + " 2026-01-13T08:20:37.508Z that no other operation has created: 2"));
    }

    @Test
    void orderOfAnotherOperationIsIgnored() {
        var facts = new SendFacts(SampleIds.THEN, Set.of(OTHER), 1, 0);

        assertThat(orders(order(OTHER, LATER, LATER)).on(CHANGE, facts)).isInstanceOf(CheckResult.Inconclusive.class);
        assertThat(orders(order(OTHER, LATER, LATER), order(SampleIds.ORDER, LATER, LATER))
                        .on(CHANGE, facts))
                .extracting("id")
                .isEqualTo(SampleIds.ORDER);
    }

    @Test
    void openOperationIsInconclusiveWithoutARead() {
        var reader = orders(order(SampleIds.ORDER, LATER, LATER));

        assertThat(reader.on(CHANGE, new SendFacts(SampleIds.THEN, Set.of(), 0, 1)))
                .isInstanceOf(CheckResult.Inconclusive.class);
        assertThat(reader.queries()).isEmpty();
    }

    @Test
    void moreThanFiveOrdersAreInconclusive() {
        var five = IntStream.range(0, 5)
                .mapToObj(n -> order("64a00000000000000000111" + n, n == 0 ? LATER : SampleIds.LONG_AGO, LATER))
                .toArray(Order[]::new);
        var six = new ArrayList<>(List.of(five));
        six.add(order("64a000000000000000001119", SampleIds.LONG_AGO, LATER));

        assertThat(orders(five).on(CHANGE)).isInstanceOf(CheckResult.Applied.class);
        assertThat(orders(six.toArray(Order[]::new)).on(CHANGE)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    private static StubFreshReader orders(Order... orders) {
        var ids = List.of(orders).stream().map(Order::id).toList();
        var reader = new StubFreshReader().returns(PERSON, person(ids, List.of(orders)));
        for (var order : orders) {
            reader.returns(new FindOrder(order.id()), order);
        }
        return reader;
    }

    private static Person person(List<String> ids, List<Order> orders) {
        return new Person(
                SampleIds.ANNA,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ids,
                List.of(),
                orders,
                List.of(),
                null,
                null);
    }

    private static Order order(String id, @Nullable Instant createdAt, @Nullable Instant updatedAt) {
        return new Order(id, null, "Course", null, null, "UAH", "OPENED", null, createdAt, updatedAt);
    }
}
