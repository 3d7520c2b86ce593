package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.endpoint.EndpointTable;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.seed.Seed;
import io.leeloogateway.sandbox.state.SandboxState;
import java.util.concurrent.locks.ReentrantLock;

/** The simulated Leeloo: one company, one call at a time. */
final class SimulatedLeeloo {

    private final ReentrantLock lock = new ReentrantLock();
    private final EndpointTable endpoints = new EndpointTable();
    private SandboxState state = Seed.create();

    Reply handle(WireCall call) {
        lock.lock();
        try {
            return endpoints.handle(state, call).orElseGet(Reply::unknownPath);
        } catch (LeelooError e) {
            return e.reply();
        } finally {
            lock.unlock();
        }
    }

    /** The number of created objects by kind. Tests use it to check that a change was applied exactly once. */
    Reply counts() {
        lock.lock();
        try {
            return Reply.json(200, state.ids.counts());
        } finally {
            lock.unlock();
        }
    }

    void reset() {
        lock.lock();
        try {
            state = Seed.create();
        } finally {
            lock.unlock();
        }
    }
}
