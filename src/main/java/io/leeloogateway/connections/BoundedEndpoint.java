package io.leeloogateway.connections;

import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Closes a connection whose request head is late. When most connections are in use, it makes room for new ones: it closes the oldest that
 * wait for a request, those with an incomplete request or none at all before those that have been served, and those whose callers read their responses slowly.
 * It never interrupts any other request that is served.
 */
final class BoundedEndpoint extends NioEndpoint {

    /** As many connections are closed at a time, so that not each new connection needs a search. */
    private static final int BATCHES = 16;

    /** How long a slow caller is waited for while others need connections. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** The same while more than half of the connections are in use. */
    private static final long BUSY_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return new MeasuredChannel(buffers);
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (isCrowded()) {
            makeRoom();
        }
        return super.setSocketOptions(socket);
    }

    /** An eighth of the connections remains for new ones. */
    boolean isCrowded() {
        return getConnectionCount() > getMaxConnections() - getMaxConnections() / 8;
    }

    /** A proxy sends a gateway fewer connections than it accepts, so this is noticed earlier than crowding. */
    boolean isBusy() {
        return getConnectionCount() > getMaxConnections() / 2;
    }

    /** Tomcat's timeouts of a connection begin again with each byte. */
    void closeLate() {
        if (isBusy()) {
            abandonSlow(isCrowded() ? PATIENCE_NANOS : BUSY_PATIENCE_NANOS);
        }
        var limit = getConnectionTimeout();
        List.copyOf(getConnections())
                .forEach(connection -> closeIf(
                        connection,
                        processor -> processor instanceof BoundedHttp11Processor http && http.isHeadLate(limit)));
    }

    private void abandonSlow(long patienceNanos) {
        var now = System.nanoTime();
        getConnections().stream()
                .map(SocketWrapperBase::getSocket)
                .filter(MeasuredChannel.class::isInstance)
                .map(MeasuredChannel.class::cast)
                .filter(channel -> channel.isSlow(patienceNanos, now))
                .forEach(MeasuredChannel::abandon);
    }

    private void makeRoom() {
        getConnections().stream()
                .filter(connection -> !connection.getLock().isLocked())
                .map(Candidate::of)
                .sorted(Candidate.FIRST_TO_CLOSE)
                .limit(Math.max(1, getMaxConnections() / BATCHES))
                .forEach(candidate -> closeIf(candidate.connection(), BoundedEndpoint::isWaiting));
    }

    private static boolean isWaiting(Object processor) {
        return processor == null || (processor instanceof BoundedHttp11Processor http && http.isHeadIncomplete());
    }

    /** Tomcat holds the lock while it serves a request. */
    private static void closeIf(SocketWrapperBase<NioChannel> connection, Predicate<Object> condition) {
        if (connection.getLock().tryLock()) {
            try {
                if (condition.test(connection.getCurrentProcessor())) {
                    connection.close();
                }
            } finally {
                connection.getLock().unlock();
            }
        }
    }

    /** A connection with values that change while the list is sorted. */
    private record Candidate(SocketWrapperBase<NioChannel> connection, long timeout, long lastRead) {

        /** A connection that has been served waits for its next request for the longer keep-alive timeout. */
        static final Comparator<Candidate> FIRST_TO_CLOSE =
                Comparator.comparingLong(Candidate::timeout).thenComparingLong(Candidate::lastRead);

        static Candidate of(SocketWrapperBase<NioChannel> connection) {
            var lastRead = ((NioSocketWrapper) connection).getLastRead();
            return new Candidate(connection, connection.getReadTimeout(), lastRead);
        }
    }
}
