package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.query.FindOrder;
import java.util.Objects;
import java.util.Set;

/** A changed order has the status that was wanted since the send; other vocabularies than today's prove nothing. */
record OrderOutcomeCheck(ChangeOrder change) implements OutcomeCheck<Accepted> {

    private static final Set<String> STATUSES = Set.of("OPENED", "RESOLVED", "REJECTED");

    @Override
    public CheckResult<Accepted> look(FreshReader witness, SendFacts sent) {
        var order = witness.ask(new FindOrder(change.orderId()));
        var status = Objects.requireNonNullElse(order.status(), "");
        if (status.equals(change.status())) {
            return judged(order, sent);
        }
        return STATUSES.contains(status)
                ? new CheckResult.NotApplied<>("order " + change.orderId() + " does not have the status wanted")
                : new CheckResult.Open<>("order " + change.orderId() + " shows no status that is known");
    }

    /** It may have had that status before. */
    private CheckResult<Accepted> judged(Order order, SendFacts sent) {
        if (!sent.mayHaveMade(order.updatedAt())) {
            return new CheckResult.Open<>("order %s has the status wanted, but was last changed before %s"
                    .formatted(change.orderId(), sent.at()));
        }
        return isAsWanted(order)
                ? new CheckResult.Applied<>(
                        new Accepted(), change.orderId(), "order " + change.orderId() + " has the status wanted")
                : new CheckResult.Open<>("order " + change.orderId() + " has the status wanted, but another price");
    }

    private boolean isAsWanted(Order order) {
        var price = change.price();
        var currency = change.currency();
        return (price == null || order.price() == null || price.compareTo(order.price()) == 0)
                && (currency == null || order.currency() == null || currency.equalsIgnoreCase(order.currency()));
    }
}
