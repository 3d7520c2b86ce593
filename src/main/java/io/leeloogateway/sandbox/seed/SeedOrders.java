package io.leeloogateway.sandbox.seed;

import io.leeloogateway.sandbox.endpoint.OrderEndpoints;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Offer;
import io.leeloogateway.sandbox.state.Order;
import io.leeloogateway.sandbox.state.PaymentAccount;
import io.leeloogateway.sandbox.state.Person;
import io.leeloogateway.sandbox.state.SandboxState;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Adds orders 1 to 200, newest first; orders 1 and 2 are Anna's. */
final class SeedOrders {

    private static final int ORDERS = 200;
    /** The last values occur only in older samples of Leeloo. */
    private static final List<String> STATUSES = List.of(
            OrderEndpoints.OPENED, "RESOLVED", "REJECTED", "RESOLVED", "PENDING", "SUCCESS", "REFUNDED", "FAILED");

    private SeedOrders() {}

    static void fill(SandboxState state, Random random) {
        var offers = List.copyOf(state.offers.all());
        var credits = List.copyOf(state.credits.all());
        var people = List.copyOf(state.people.all());
        add(state, people.getFirst(), offers.get(0), credits.get(0), OrderEndpoints.OPENED);
        add(state, people.getFirst(), offers.get(1), credits.get(1), "RESOLVED");
        var others = people.subList(1, people.size());
        for (int i = 2; i < ORDERS; i++) {
            var person = Seed.pick(others, random);
            add(state, person, Seed.pick(offers, random), Seed.pick(credits, random), Seed.pick(STATUSES, random));
        }
    }

    private static void add(SandboxState state, Person person, Offer offer, PaymentAccount credits, String status) {
        long number = state.ids.next(IdKind.ORDER);
        var id = IdKind.ORDER.id(number);
        var at = Seed.NOW.minus(Duration.ofMinutes(97 * number));
        state.orders.addOldest(id, new Order(id, person.id, offer, credits, number % 17 == 0, status, at));
    }
}
