package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result of a check that does not find the change. A resource updated since the send is inconclusive: the update may be the change, undone or rewritten since. */
final class Absence {

    private Absence() {}

    /** An order without the time of its last update is inconclusive. */
    static <T> CheckResult<T> of(Order order, SendFacts facts, String evidence) {
        var updatedAt = order.updatedAt();
        if (updatedAt == null) {
            return new CheckResult.Inconclusive<>(evidence + ", but Leeloo does not say when the order was updated");
        }
        return of("order", order.createdAt(), updatedAt, facts, evidence);
    }

    /** A person without the time of its last update is decided by its values alone. */
    static <T> CheckResult<T> of(Person person, SendFacts facts, String evidence) {
        var updatedAt = person.updatedAt();
        if (updatedAt == null) {
            return new CheckResult.NotApplied<>(evidence);
        }
        return of("person", person.createdAt(), updatedAt, facts, evidence);
    }

    private static <T> CheckResult<T> of(
            String kind, @Nullable Instant createdAt, Instant updatedAt, SendFacts facts, String evidence) {
        return facts.excludesUpdate(createdAt, updatedAt)
                ? new CheckResult.NotApplied<>(evidence)
                : new CheckResult.Inconclusive<>("%s, but the %s was updated at %s, which may be after the send"
                        .formatted(evidence, kind, updatedAt));
    }
}
