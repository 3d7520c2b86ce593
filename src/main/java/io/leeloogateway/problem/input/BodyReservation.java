package io.leeloogateway.problem.input;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;

/** The part of the {@link BodyBudget} that the body of one request occupies. */
final class BodyReservation implements AutoCloseable {

    private final BodyBudget budget;
    private String clientId = "";
    private long size;
    private long values;
    private long taken;

    BodyReservation(BodyBudget budget) {
        this.budget = budget;
    }

    /** Extends the reservation to a size of the body. */
    void growTo(long bytes) {
        size = Math.max(size, bytes);
        take();
    }

    /** Extends the reservation by the memory of parsed values. */
    void addValues(long number) {
        values += number;
        take();
    }

    long size() {
        return size;
    }

    private void take() {
        var counted = size + values * BodyBudget.BYTES_PER_VALUE - BodyBudget.FREE_BYTES;
        if (counted > taken) {
            clientId = RequestContext.find()
                    .flatMap(RequestContext::caller)
                    .map(Caller::clientId)
                    .orElse("");
            budget.take(clientId, counted - taken);
            taken = counted;
        }
    }

    @Override
    public void close() {
        if (taken > 0) {
            budget.giveBack(clientId, taken);
            taken = 0;
        }
    }
}
