package io.leeloogateway.quota.ledger;

import java.time.Duration;
import java.util.List;

/** The shared budget as one replica knows it now. */
public final class Outlook {

    private final Ledger ledger;
    private final Schedule schedule;
    private final String id;

    Outlook(Ledger ledger, String id) {
        this.ledger = ledger;
        this.schedule = ledger.schedule();
        this.id = id;
    }

    /** The time until all replicas together can be granted the given number of permits. */
    public Duration until(int permits) {
        return Duration.ofMillis(schedule.millisUntil(permits));
    }

    /** The time until a synchronization can be granted a permit. */
    public Duration untilSynchronization() {
        return until(1 + schedule.headroom());
    }

    /** The rest of the pause that Leeloo asked for. */
    public Duration pause() {
        return Duration.ofMillis(schedule.pauseMillis());
    }

    public int used() {
        return ledger.used();
    }

    /** The part of the full pace: less than 1 after Leeloo's own limit was reached. */
    public double pace() {
        return schedule.factor();
    }

    /** The waiting calls of the other replicas, by replica and priority. */
    public List<List<Demand>> otherDemand() {
        return ledger.demandBeside(id);
    }

    /** The number of permits that this replica may have without the others, beside those that it had at its last report. */
    public int shareWithout() {
        return ledger.shareWithout(id);
    }

    /** The permits per second that this replica may use without the others. */
    public double rateWithout() {
        return ledger.rateWithout();
    }

    /** The permits that this replica had at its last report. */
    public int outstanding() {
        return ledger.outstandingOf(id);
    }
}
