package io.leeloogateway.quota.ledger;

/**
 * How fast calls may follow each other after Leeloo's own limit was reached: the pace is halved and rises again within two minutes.
 *
 * @param factor the part of the full pace at the given time
 * @param since the end of the last pause
 * @param pausedAt when Leeloo last reported its limit
 */
record Pace(double factor, long since, long pausedAt) {

    static final Pace FULL = new Pace(1, Long.MIN_VALUE / 2, Long.MIN_VALUE / 2);

    private static final double RECOVERY_MILLIS = 120_000;
    private static final double MIN_FACTOR = 1.0 / 64;
    private static final long MAX_OWN_PAUSE_MILLIS = 30_000;

    double factorAt(long now) {
        return Math.min(1, factor + Math.max(0, now - since) / RECOVERY_MILLIS);
    }

    long pauseAt(long now) {
        return Math.max(0, since - now);
    }

    /** Calls that started before the last pause say nothing new, except for how long Leeloo asks to wait. */
    Pace throttle(Throttling throttling, long now) {
        var isKnown = now - throttling.callAgeMillis() <= pausedAt;
        var slower = isKnown ? factor : Math.max(MIN_FACTOR, factorAt(now) / 2);
        var ownPause = isKnown ? 0 : Math.min(MAX_OWN_PAUSE_MILLIS, Math.round(500 / slower));
        var pause = throttling.delayMillis() == null ? ownPause : throttling.delayMillis();
        var end = Math.max(since, now + Math.max(0, pause - throttling.ageMillis()));
        return new Pace(slower, end, isKnown ? pausedAt : now);
    }
}
