package io.leeloogateway.connections;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * A connection that knows how fast its caller reads. While a write is incomplete, the buffers of the operating system are full, and the gateway waits for the
 * caller; a caller who is fast, or to whom there is nothing to write, is not waited for.
 */
final class MeasuredChannel extends NioChannel {

    /** Earlier waiting is forgotten when a caller has not been waited for so long. */
    private static final long FORGOTTEN_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** The way from a caller and back takes less. */
    private static final long NEW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private volatile long openedNanos;
    private long waitingSince;
    private long waitedUntil;
    private long waited;
    private long taken;
    private boolean isWaiting;

    MeasuredChannel(SocketBufferHandler buffers) {
        super(buffers);
    }

    @Override
    public synchronized void reset(SocketChannel channel, NioSocketWrapper connection) throws IOException {
        super.reset(channel, connection);
        openedNanos = System.nanoTime();
        isWaiting = false;
        forget();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        var written = super.write(source);
        note(written, source.hasRemaining(), System.nanoTime());
        return written;
    }

    synchronized void note(int written, boolean isIncomplete, long now) {
        if (isWaiting) {
            waited += now - waitingSince;
            waitedUntil = now;
        } else if (waited > 0 && now - waitedUntil > FORGOTTEN_NANOS) {
            forget();
        }
        taken += waited > 0 ? written : 0;
        isWaiting = isIncomplete;
        waitingSince = now;
    }

    private void forget() {
        waited = 0;
        taken = 0;
    }

    /** Whether the caller has been waited for longer than the patience, in all, and took less than its pace meanwhile. */
    synchronized boolean isSlow(Patience patience, long now) {
        var nanos = waited + (isWaiting ? now - waitingSince : 0);
        return isWaiting && patience.endsAfter(nanos, taken);
    }

    /** Whether the caller had no time yet to send a request, or has sent bytes that the gateway has not read. */
    boolean isNew(long now) {
        return now - openedNanos < NEW_NANOS || hasInput();
    }

    private boolean hasInput() {
        try {
            return getIOChannel().socket().getInputStream().available() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** Ends the write that waits for a slow caller; returns false for others. A reset for another connection comes before or after it. */
    synchronized boolean abandonIfSlow(Patience patience, long now) {
        var isSlow = isSlow(patience, now);
        if (isSlow) {
            abandon();
        }
        return isSlow;
    }

    /** What the caller has not taken is discarded, so that it does not stay in the operating system either. */
    private void abandon() {
        try {
            getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
            getIOChannel().shutdownOutput();
        } catch (IOException _) {
            // The connection is closed already.
        }
    }
}
