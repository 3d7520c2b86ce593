package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A new order is the person's only one since the send that nobody else has made. */
record NewOrderOutcomeCheck(String personId) implements OutcomeCheck<Order> {

    private static final int MOST = 5;

    @Override
    public CheckResult<Order> look(FreshReader witness, SendFacts sent) {
        if (sent.rivals() > 0) {
            return new CheckResult.Open<>(
                    "other new orders of person %s that are not settled: %d".formatted(personId, sent.rivals()));
        }
        var ids = candidates(witness, sent);
        if (ids.size() > MOST) {
            return new CheckResult.Open<>("orders of person %s that may be newer than %s: %d, too many to look at"
                    .formatted(personId, sent.at(), ids.size()));
        }
        var made = ids.stream()
                .map(id -> witness.ask(new FindOrder(id)))
                .filter(order -> sent.mayHaveMade(order.createdAt()))
                .toList();
        if (made.size() != 1 || made.getFirst().createdAt() == null) {
            return new CheckResult.Open<>("orders of person %s since %s that nobody known has made: %d"
                    .formatted(personId, sent.at(), made.size()));
        }
        var order = made.getFirst();
        return new CheckResult.Applied<>(
                order,
                order.id(),
                "order %s of %s is the person's only new one".formatted(order.id(), order.createdAt()));
    }

    /** A person's orders come without the date of their making; one untouched since the send was made before. */
    private Set<String> candidates(FreshReader witness, SendFacts sent) {
        var person = witness.ask(new FindPerson(personId));
        var ids = new TreeSet<>(person.orderIds());
        person.orders().forEach(order -> ids.add(order.id()));
        ids.removeAll(sent.claimedIds());
        ids.removeAll(untouched(person, sent));
        return ids;
    }

    private static List<String> untouched(Person person, SendFacts sent) {
        return person.orders().stream()
                .filter(order -> !sent.mayHaveMade(order.updatedAt()))
                .map(Order::id)
                .toList();
    }
}
