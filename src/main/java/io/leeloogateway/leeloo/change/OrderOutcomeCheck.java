package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.query.FindOrder;
import java.util.Objects;
import java.util.Set;

/**
 * Applied if the order has the requested status and was updated since the send, and by no other change. Not applied if it has another status and was
 * not updated since the send. An unknown status is inconclusive.
 */
record OrderOutcomeCheck(ChangeOrder change) implements OutcomeCheck<Accepted> {

    private static final Set<String> STATUSES = Set.of("OPENED", "RESOLVED", "REJECTED");

    @Override
    public CheckResult<Accepted> evaluate(FreshReader reader, SendFacts facts) {
        var order = reader.read(new FindOrder(change.orderId()));
        var status = Objects.requireNonNullElse(order.status(), "");
        if (status.equals(change.status())) {
            return resultOf(order, facts);
        }
        return STATUSES.contains(status)
                ? ofAbsence(order, facts)
                : new CheckResult.Inconclusive<>("order " + change.orderId() + " has an unknown status");
    }

    private CheckResult<Accepted> resultOf(Order order, SendFacts facts) {
        if (!facts.isSinceSend(order.updatedAt())) {
            return new CheckResult.Inconclusive<>("order %s has the requested status, but was last updated before %s"
                    .formatted(change.orderId(), facts.startedAt()));
        }
        if (facts.rivals() > 0) {
            return new CheckResult.Inconclusive<>("order " + change.orderId() + " was changed by others, too");
        }
        return hasRequestedPrice(order)
                ? new CheckResult.Applied<>(
                        new Accepted(), change.orderId(), "order " + change.orderId() + " has the requested status")
                : new CheckResult.Inconclusive<>(
                        "order " + change.orderId() + " has the requested status, but another price");
    }

    /** An update since the send may be the change, which a payment or a manager has overwritten on Leeloo's own pages. */
    private CheckResult<Accepted> ofAbsence(Order order, SendFacts facts) {
        var evidence = "order " + change.orderId() + " does not have the requested status";
        var updatedAt = order.updatedAt();
        if (updatedAt == null) {
            return new CheckResult.Inconclusive<>(evidence + ", but Leeloo does not say when the order was updated");
        }
        return facts.excludesUpdate(order.createdAt(), updatedAt)
                ? new CheckResult.NotApplied<>(evidence)
                : new CheckResult.Inconclusive<>("%s, but the order was updated at %s, which may be after the send"
                        .formatted(evidence, updatedAt));
    }

    private boolean hasRequestedPrice(Order order) {
        var price = change.price();
        var currency = change.currency();
        return (price == null || order.price() == null || price.compareTo(order.price()) == 0)
                && (currency == null || order.currency() == null || currency.equalsIgnoreCase(order.currency()));
    }
}
