package io.leeloogateway.sandbox;

import java.util.concurrent.locks.ReentrantLock;

/** The pretend Leeloo itself: one company, one call at a time. */
final class Leeloo {

    private final ReentrantLock lock = new ReentrantLock();
    private final Routes routes = new Routes();
    private Company company = Seed.company();

    Reply answer(WireCall call) {
        lock.lock();
        try {
            return routes.answer(company, call).orElseGet(Reply::unknownPath);
        } catch (Refusal refusal) {
            return refusal.reply();
        } finally {
            lock.unlock();
        }
    }

    /** How many of each kind were ever made: what proves that a change was applied once. */
    Reply counts() {
        lock.lock();
        try {
            return Reply.json(200, company.numbers.counts());
        } finally {
            lock.unlock();
        }
    }

    void reset() {
        lock.lock();
        try {
            company = Seed.company();
        } finally {
            lock.unlock();
        }
    }
}
