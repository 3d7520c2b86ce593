package io.leeloogateway.leeloo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewOrderProofTests {

    private static final CreateOrder CHANGE =
            new CreateOrder(Known.ANNA, Known.OFFER, Known.CREDITS, null, null, null, Notification.NONE, null);
    private static final Instant LATER = Known.THEN.plusSeconds(1);
    private static final String OTHER = "64a000000000000000001102";
    private static final FindPerson PERSON = new FindPerson(Known.ANNA);

    @Test
    void theOnlyOrderSinceTheSendIsTheNewOne() {
        var old = order(OTHER, Known.LONG_AGO, LATER);
        var made = order(Known.ORDER, LATER, LATER);

        var finding = orders(old, made).on(CHANGE);

        assertThat(finding)
                .isEqualTo(new Finding.Applied<>(
                        made,
                        Known.ORDER,
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
                "-,2026-01-13T08:20:37.508Z,false"
            })
    void anOrderIsNewIfItIsNotOlderThanTheSend(
            @Nullable Instant createdAt, @Nullable Instant updatedAt, boolean isNew) {
        var finding = orders(order(Known.ORDER, createdAt, updatedAt)).on(CHANGE);

        assertThat(finding).isInstanceOf(isNew ? Finding.Applied.class : Finding.Open.class);
    }

    @Test
    void anOrderOfUnknownAgeSpoilsTheProof() {
        var finding = orders(order(Known.ORDER, LATER, LATER), order(OTHER, null, LATER))
                .on(CHANGE);

        assertThat(finding).isInstanceOf(Finding.Open.class);
    }

    @Test
    void ordersUntouchedSinceTheSendAreNotLookedAt() {
        var witness = orders(order(OTHER, Known.LONG_AGO, Known.LONG_AGO), order(Known.ORDER, LATER, LATER));

        witness.on(CHANGE);

        assertThat(witness.asked()).containsExactly(PERSON, new FindOrder(Known.ORDER));
    }

    @Test
    void ordersThatAreOnlyNamedOrOnlyIncludedAreLookedAt() {
        var made = order(Known.ORDER, LATER, LATER);
        var named = new Testimony()
                .says(PERSON, person(List.of(Known.ORDER), List.of()))
                .says(new FindOrder(Known.ORDER), made);
        var included =
                new Testimony().says(PERSON, person(List.of(), List.of(made))).says(new FindOrder(Known.ORDER), made);

        assertThat(named.on(CHANGE)).extracting("answer").isEqualTo(made);
        assertThat(included.on(CHANGE)).extracting("answer").isEqualTo(made);
    }

    @Test
    void silenceProvesNothing() {
        assertThat(orders().on(CHANGE)).isInstanceOf(Finding.Open.class);
    }

    @Test
    void twoNewOrdersProveNothing() {
        var finding = orders(order(Known.ORDER, LATER, LATER), order(OTHER, LATER, LATER))
                .on(CHANGE);

        assertThat(finding)
                .isEqualTo(new Finding.Open<>("orders of person 64a000000000000000001801 since"
                        + " 2026-01-13T08:20:37.508Z that nobody known has made: 2"));
    }

    @Test
    void whatOthersMadeIsNotOurs() {
        var sent = new Sent(Known.THEN, Set.of(OTHER), 1, 0);

        assertThat(orders(order(OTHER, LATER, LATER)).on(CHANGE, sent)).isInstanceOf(Finding.Open.class);
        assertThat(orders(order(OTHER, LATER, LATER), order(Known.ORDER, LATER, LATER))
                        .on(CHANGE, sent))
                .extracting("id")
                .isEqualTo(Known.ORDER);
    }

    @Test
    void rivalsThatAreNotSettledSpareTheLook() {
        var witness = orders(order(Known.ORDER, LATER, LATER));

        assertThat(witness.on(CHANGE, new Sent(Known.THEN, Set.of(), 0, 1))).isInstanceOf(Finding.Open.class);
        assertThat(witness.asked()).isEmpty();
    }

    @Test
    void atMostFiveOrdersAreLookedAt() {
        var five = IntStream.range(0, 5)
                .mapToObj(n -> order("64a00000000000000000111" + n, n == 0 ? LATER : Known.LONG_AGO, LATER))
                .toArray(Order[]::new);
        var six = new ArrayList<>(List.of(five));
        six.add(order("64a000000000000000001119", Known.LONG_AGO, LATER));

        assertThat(orders(five).on(CHANGE)).isInstanceOf(Finding.Applied.class);
        assertThat(orders(six.toArray(Order[]::new)).on(CHANGE)).isInstanceOf(Finding.Open.class);
    }

    private static Testimony orders(Order... orders) {
        var ids = List.of(orders).stream().map(Order::id).toList();
        var witness = new Testimony().says(PERSON, person(ids, List.of(orders)));
        for (var order : orders) {
            witness.says(new FindOrder(order.id()), order);
        }
        return witness;
    }

    private static Person person(List<String> ids, List<Order> orders) {
        return new Person(
                Known.ANNA,
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
