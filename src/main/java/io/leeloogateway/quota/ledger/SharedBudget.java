package io.leeloogateway.quota.ledger;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One replica's access to the budget of all replicas. */
public final class SharedBudget {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_ATTEMPTS = 20;

    private final String id;
    private final int limit;
    private final LedgerStore store;
    private final LongSupplier nanoTime;
    private volatile @Nullable Known known;

    public SharedBudget(String id, int limit, LedgerStore store, LongSupplier nanoTime) {
        this.id = id;
        this.limit = limit;
        this.store = store;
        this.nanoTime = nanoTime;
    }

    /** The state as of this replica's last report. */
    private record Known(QuotaState state, QuotaTime time) {}

    /** Reports to the other replicas; returns the number of granted permits. */
    public int report(Report report) {
        return exchange(ledger -> ledger.report(id, report));
    }

    /** Gives all permits back; the calls in flight count for another minute. */
    public void leave(Report report) {
        exchange(ledger -> {
            ledger.report(id, report);
            ledger.remove(id);
            return 0;
        });
    }

    /** Forgets all calls, and a slower pace. */
    public void reset() {
        while (!store.replace(store.read().version(), "")) {
            Thread.onSpinWait();
        }
    }

    /** What this replica knows now; empty before the first report. */
    public @Nullable Outlook outlook() {
        var current = known;
        if (current == null) {
            return null;
        }
        var ledger = new Ledger(current.state(), limit);
        ledger.advanceTo(current.time().millisAt(nanoTime.getAsLong()));
        return new Outlook(ledger, id);
    }

    private interface Work {
        int apply(Ledger ledger);
    }

    private int exchange(Work work) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var asked = nanoTime.getAsLong();
            var row = store.read();
            var state = row.state().isEmpty() ? QuotaState.EMPTY : JSON.readValue(row.state(), QuotaState.class);
            var ledger = new Ledger(state, limit);
            ledger.advanceTo(QuotaTime.now(state, row.databaseMillis(), known == null ? null : known.time(), asked));
            var result = work.apply(ledger);
            var next = ledger.state(row.databaseMillis());
            if (store.replace(row.version(), JSON.writeValueAsString(next))) {
                known = new Known(next, new QuotaTime(next.time(), asked, nanoTime.getAsLong()));
                return result;
            }
        }
        throw new IllegalStateException("the other replicas were faster " + MAX_ATTEMPTS + " times");
    }
}
