package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Applied if exactly one order of the person since the send is not claimed by another operation. */
record NewOrderOutcomeCheck(String personId) implements OutcomeCheck<Order> {

    private static final int MAX_CANDIDATES = 5;

    @Override
    public CheckResult<Order> evaluate(FreshReader reader, SendFacts facts) {
        if (facts.rivals() > 0) {
            return new CheckResult.Inconclusive<>(
                    "operations with an unknown outcome that also create an order of person %s: %d"
                            .formatted(personId, facts.rivals()));
        }
        var ids = candidates(reader, facts);
        if (ids.size() > MAX_CANDIDATES) {
            return new CheckResult.Inconclusive<>("orders of person %s that may be newer than %s: %d, too many to check"
                    .formatted(personId, facts.startedAt(), ids.size()));
        }
        var created = ids.stream()
                .map(id -> reader.read(new FindOrder(id)))
                .filter(order -> facts.mayHaveCreatedAt(order.createdAt()))
                .toList();
        if (created.size() != 1 || created.getFirst().createdAt() == null) {
            return new CheckResult.Inconclusive<>("orders of person %s since %s that no other operation has created: %d"
                    .formatted(personId, facts.startedAt(), created.size()));
        }
        var order = created.getFirst();
        return new CheckResult.Applied<>(
                order,
                order.id(),
                "order %s of %s is the person's only new one".formatted(order.id(), order.createdAt()));
    }

    /** The orders of a person lack their creation date. An order without an update since the send is older than the send. */
    private Set<String> candidates(FreshReader reader, SendFacts facts) {
        var person = reader.read(new FindPerson(personId));
        var ids = new TreeSet<>(person.orderIds());
        person.orders().forEach(order -> ids.add(order.id()));
        ids.removeAll(facts.claimedIds());
        ids.removeAll(notUpdated(person, facts));
        return ids;
    }

    private static List<String> notUpdated(Person person, SendFacts facts) {
        return person.orders().stream()
                .filter(order -> !facts.isSinceSend(order.updatedAt()))
                .map(Order::id)
                .toList();
    }
}
