package io.leeloogateway.quota;

import io.leeloogateway.quota.ledger.Demand;
import io.leeloogateway.quota.ledger.Outlook;
import io.leeloogateway.quota.ledger.Report;
import io.leeloogateway.quota.ledger.Throttling;
import io.leeloogateway.quota.ledger.UsageWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The permits of this replica: at hand, in use, and those of ended calls that the other replicas do not know of yet. */
final class PermitStock {

    /** The pause after a throttled call until the replicas have agreed on one. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** A replica without calls for so long keeps no permits at hand. */
    private static final long IDLE_NANOS = Duration.ofSeconds(5).toNanos();

    private static final long MILLI = 1_000_000;

    private final LongSupplier nanoTime;
    private final ClientUsage usage = new ClientUsage();
    private final int reserve;
    private UsageWindow ended = new UsageWindow();
    private List<ThrottledCall> throttled = new ArrayList<>();
    private int atHand;
    private int inUse;
    private long pausedUntil;
    private long lastTaken;
    private double tokens;
    private long tokensAt;

    PermitStock(LongSupplier nanoTime, int reserve) {
        this.nanoTime = nanoTime;
        this.reserve = reserve;
        pausedUntil = nanoTime.getAsLong();
        lastTaken = pausedUntil - IDLE_NANOS;
        tokensAt = pausedUntil;
    }

    private record ThrottledCall(
            long atNanos, long grantedNanos, @Nullable Duration requestedDelay) {}

    /** A report, and what to restore if it reaches nobody. */
    record Snapshot(Report report, UsageWindow ended, List<ThrottledCall> throttled) {}

    boolean isAvailable() {
        return atHand > 0 && !pause().isPositive();
    }

    int atHand() {
        return atHand;
    }

    Map<ClientShare, Integer> usedByClient() {
        return usage.at(millis());
    }

    /** The rest of the pause after Leeloo's limit was reached. */
    Duration pause() {
        return Duration.ofNanos(Math.max(0, pausedUntil - nanoTime.getAsLong()));
    }

    void take(ClientShare client) {
        atHand--;
        inUse++;
        lastTaken = nanoTime.getAsLong();
        usage.count(client, millis());
    }

    void end() {
        inUse--;
        ended.add(millis(), 1);
    }

    void giveBack() {
        inUse--;
        atHand++;
    }

    void throttle(long grantedNanos, @Nullable Duration requestedDelay) {
        throttled.add(new ThrottledCall(nanoTime.getAsLong(), grantedNanos, requestedDelay));
        pauseFor(requestedDelay == null ? FIRST_PAUSE : requestedDelay);
    }

    /** Keeps only a few permits at hand, and none without recent calls. */
    Snapshot snapshot(List<Demand> demand, boolean isQueueEmpty) {
        var now = nanoTime.getAsLong();
        var wanted = now - lastTaken < IDLE_NANOS ? reserve : 0;
        atHand = isQueueEmpty ? Math.min(atHand, wanted) : atHand;
        var ages = new TreeMap<Long, Integer>();
        ended.byEnd().forEach((end, calls) -> ages.put(Math.max(0, millis() - end), calls));
        var reported = throttled.stream().map(call -> toThrottling(call, now)).toList();
        var report = new Report(atHand + inUse, ages, reported, demand, Math.max(0, wanted - atHand));
        var snapshot = new Snapshot(report, ended, throttled);
        ended = new UsageWindow();
        throttled = new ArrayList<>();
        return snapshot;
    }

    void accept(int granted, Outlook known) {
        atHand += granted;
        pauseFor(known.pause());
        tokens = 0;
        tokensAt = nanoTime.getAsLong();
    }

    void restore(Snapshot snapshot) {
        snapshot.ended().addAll(ended);
        ended = snapshot.ended();
        snapshot.throttled().addAll(throttled);
        throttled = snapshot.throttled();
    }

    /** Takes a part of this replica's share at an even pace; the permits that it had before are part of what the others know. */
    void takeShare(Outlook known, int waiting) {
        var now = nanoTime.getAsLong();
        var rate = known.rateWithout();
        tokens = Math.min(Math.max(1, rate), tokens + rate * (now - tokensAt) / (1000.0 * MILLI));
        tokensAt = now;
        ended.expire(millis());
        var free = known.shareWithout() + known.outstanding() - ended.total() - inUse - atHand;
        var taken = Math.max(0, Math.min((int) tokens, Math.min(free, waiting - atHand)));
        tokens -= taken;
        atHand += taken;
    }

    void endPause() {
        pausedUntil = nanoTime.getAsLong();
    }

    void pauseFor(Duration pause) {
        pausedUntil = Math.max(pausedUntil, nanoTime.getAsLong() + pause.toNanos());
    }

    private static Throttling toThrottling(ThrottledCall call, long now) {
        var delay = call.requestedDelay() == null ? null : call.requestedDelay().toMillis();
        return new Throttling((now - call.atNanos()) / MILLI, (now - call.grantedNanos()) / MILLI, delay);
    }

    private long millis() {
        return nanoTime.getAsLong() / MILLI;
    }
}
