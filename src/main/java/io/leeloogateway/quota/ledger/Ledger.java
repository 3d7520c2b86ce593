package io.leeloogateway.quota.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A working copy of the shared state: takes the report of a replica and grants it permits. */
public final class Ledger {

    /** The part of the limit that is kept free for what a replica cannot know when it loses the others. */
    private static final int RESERVE = 10;

    /** The longest call. */
    private static final long LAST_CALL_MILLIS = 60_000;

    private final QuotaState state;
    private final int limit;
    private final UsageWindow ended;
    private final Map<String, Replica> replicas;
    private long time;
    private Pace pace;
    private long granted;
    private double pass;
    private double tokens;

    Ledger(QuotaState state, int limit) {
        this.state = state;
        this.limit = limit;
        ended = new UsageWindow(state.ended());
        replicas = new HashMap<>(state.replicas());
        time = state.time();
        pace = state.pace();
        granted = state.granted();
        pass = state.pass();
        tokens = state.tokens();
    }

    /** Continues at a later time. */
    void advanceTo(long now) {
        var rate = schedule().rate();
        tokens = Math.min(Math.max(1, rate), tokens + rate * (now - time) / 1000);
        time = now;
        ended.expire(now);
        replicas.values().removeIf(replica -> replica.isForgotten(now));
    }

    /** Records the report and returns the number of granted permits. */
    int report(String id, Report report) {
        report.ended().forEach((age, calls) -> ended.add(time - age, calls));
        ended.expire(time);
        for (var throttling : report.throttlings()) {
            pace = pace.throttle(throttling, time);
        }
        var known = replicas.get(id);
        var virtual = Math.max(pass, known == null ? 0 : known.pass());
        var since = known == null ? time : known.since();
        replicas.put(id, new Replica(since, time, report.outstanding(), report.demand(), virtual, granted));
        return grant(id, report);
    }

    private int grant(String id, Report report) {
        var schedule = schedule();
        var budget = Math.min(schedule.available(), unnoticed(id));
        var shares = new FairShares(replicas, time, pass);
        var number = shares.allocate(budget, schedule.headroom(), id);
        if (schedule.isIdle()) {
            number += Math.max(0, Math.min(report.reserve(), budget - shares.allocated()));
        }
        granted += number;
        tokens = Math.max(0, tokens - number);
        pass = Math.max(pass, shares.passOf(id));
        var me = Objects.requireNonNull(replicas.get(id), id);
        replicas.put(
                id,
                new Replica(me.since(), time, me.outstanding() + number, me.demand(), shares.finishOf(id), granted));
        return number;
    }

    /** How much may be granted before each other replica has noticed: should it lose the others now, it does not know of it. */
    private int unnoticed(String id) {
        return replicas.entrySet().stream()
                .filter(other -> !other.getKey().equals(id) && other.getValue().isLive(time))
                .mapToInt(
                        other -> (int) (reserve() - (granted - other.getValue().grantedBefore())))
                .min()
                .orElse(limit);
    }

    /** The replica stops: it uses no permit any more, but its last calls may go on. */
    void remove(String id) {
        var replica = replicas.remove(id);
        if (replica != null) {
            ended.add(time + LAST_CALL_MILLIS, replica.outstanding());
        }
    }

    Schedule schedule() {
        return new Schedule(time, limit, limit - used(), ended.returns(), tokens, pace);
    }

    /** The calls that count against the limit, or may. */
    public int used() {
        return ended.total() + outstanding(replicas) + absentShares(replicas, time);
    }

    private static int outstanding(Map<String, Replica> replicas) {
        return replicas.values().stream().mapToInt(Replica::outstanding).sum();
    }

    private int absentShares(Map<String, Replica> known, long now) {
        var absent = known.values().stream()
                .filter(replica -> replica.keepsShare(now))
                .count();
        return known.isEmpty() ? 0 : (int) (absent * limit / known.size());
    }

    /**
     * The permits that a replica may use without the others, from the state that it knows, as long as that takes. Zero if one of the
     * others may not know of it.
     */
    int shareWithout(String id) {
        var me = state.replicas().get(id);
        var live = liveAtReport();
        if (me == null || live.stream().anyMatch(other -> other.seenAt() < me.since())) {
            return 0;
        }
        var known = ended.total() + outstanding(state.replicas()) + absentShares(state.replicas(), state.time());
        return Math.max(0, limit - known - reserve()) / live.size();
    }

    double rateWithout() {
        return limit / 60.0 * pace.factorAt(time) / Math.max(1, liveAtReport().size());
    }

    int outstandingOf(String id) {
        var replica = state.replicas().get(id);
        return replica == null ? 0 : replica.outstanding();
    }

    private List<Replica> liveAtReport() {
        return state.replicas().values().stream()
                .filter(replica -> replica.isLive(state.time()))
                .toList();
    }

    /** The waiting calls of the other replicas, by replica and priority. */
    List<List<Demand>> demandBeside(String id) {
        return replicas.entrySet().stream()
                .filter(other -> !other.getKey().equals(id) && other.getValue().isWaiting(time))
                .map(other -> other.getValue().demandByPriority())
                .toList();
    }

    private int reserve() {
        return limit / RESERVE;
    }

    QuotaState state(long databaseMillis) {
        return new QuotaState(
                time, databaseMillis, Map.copyOf(ended.buckets()), Map.copyOf(replicas), pace, granted, pass, tokens);
    }
}
