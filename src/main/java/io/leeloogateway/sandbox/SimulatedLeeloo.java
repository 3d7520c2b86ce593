package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.endpoint.EndpointTable;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.seed.Seed;
import io.leeloogateway.sandbox.state.SandboxState;
import java.util.concurrent.locks.ReentrantLock;

/** The pretend Leeloo itself: one company, one call at a time. */
final class SimulatedLeeloo {

    private final ReentrantLock lock = new ReentrantLock();
    private final EndpointTable routes = new EndpointTable();
    private SandboxState company = Seed.company();

    Reply answer(WireCall call) {
        lock.lock();
        try {
            return routes.answer(company, call).orElseGet(Reply::unknownPath);
        } catch (LeelooError refusal) {
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
