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

/** Seeds orders 1 to 200, the first being the newest; orders 1 and 2 are Anna's. */
final class SeedOrders {

    private static final int ORDERS = 200;
    /** The last ones are known from older samples only. */
    private static final List<String> STATUSES = List.of(
            OrderEndpoints.OPENED, "RESOLVED", "REJECTED", "RESOLVED", "PENDING", "SUCCESS", "REFUNDED", "FAILED");

    private SeedOrders() {}

    static void fill(SandboxState company, Random random) {
        var offers = List.copyOf(company.offers.all());
        var credits = List.copyOf(company.credits.all());
        var people = List.copyOf(company.people.all());
        add(company, people.getFirst(), offers.get(0), credits.get(0), OrderEndpoints.OPENED);
        add(company, people.getFirst(), offers.get(1), credits.get(1), "RESOLVED");
        var others = people.subList(1, people.size());
        for (int i = 2; i < ORDERS; i++) {
            var person = Seed.any(others, random);
            add(company, person, Seed.any(offers, random), Seed.any(credits, random), Seed.any(STATUSES, random));
        }
    }

    private static void add(SandboxState company, Person person, Offer offer, PaymentAccount credits, String status) {
        long number = company.numbers.next(IdKind.ORDER);
        var id = IdKind.ORDER.id(number);
        var at = Seed.NOW.minus(Duration.ofMinutes(97 * number));
        company.orders.addOldest(id, new Order(id, person.id, offer, credits, number % 17 == 0, status, at));
    }
}
