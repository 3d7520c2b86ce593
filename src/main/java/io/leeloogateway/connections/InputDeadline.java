package io.leeloogateway.connections;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends the input of a connection at a deadline, also in the middle of a read and however slowly the bytes come. A response can still be sent.
 */
public final class InputDeadline implements AutoCloseable {

    private enum State {
        RUNNING,
        PASSED,
        CLOSED
    }

    private final SocketChannel channel;
    private @Nullable Future<?> timer;
    private State state = State.RUNNING;

    private InputDeadline(SocketChannel channel) {
        this.channel = channel;
    }

    static InputDeadline start(SocketChannel channel, ScheduledExecutorService timers, Duration limit) {
        var deadline = new InputDeadline(channel);
        deadline.timer = timers.schedule(deadline::pass, limit.toNanos(), TimeUnit.NANOSECONDS);
        return deadline;
    }

    SocketChannel channel() {
        return channel;
    }

    public synchronized boolean isPassed() {
        return state == State.PASSED;
    }

    /** Also before its time; returns false if it has passed already or is closed. */
    synchronized boolean pass() {
        if (state != State.RUNNING) {
            return false;
        }
        state = State.PASSED;
        try {
            channel.shutdownInput();
        } catch (IOException _) {
            // The connection is closed already.
        }
        return true;
    }

    /** The connection keeps its input if the deadline has not passed. */
    @Override
    public synchronized void close() {
        if (state == State.RUNNING) {
            state = State.CLOSED;
        }
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
