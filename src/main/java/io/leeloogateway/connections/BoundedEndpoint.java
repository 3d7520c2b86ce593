package io.leeloogateway.connections;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request head is late. When most connections are in use, it makes room for new ones: it ends bodies that nobody
 * reads, otherwise pauses; otherwise it closes the oldest that wait for a request, those with an incomplete request or none at
 * all before those that have been served, and those whose callers read their responses slowly. An address that has its share gets a new one only in the place of a waiting one.
 * It never interrupts any other request that is served, and leaves new connections the time to send a request.
 */
final class BoundedEndpoint extends NioEndpoint {

    /** As many connections are closed at a time, so that not each new connection needs a search. */
    private static final int BATCHES = 16;

    private final UnreadBodies unreadBodies = new UnreadBodies();
    private final PausedRequests pausedRequests = new PausedRequests();

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? super.createChannel(buffers) : new MeasuredChannel(buffers);
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (isCrowded() && !findsRoom(address(socket))) {
            // Tomcat does not close a connection that it does not know yet.
            destroySocket(socket);
            return true;
        }
        return super.setSocketOptions(socket);
    }

    /** An address that has its share of the connections finds room only in the place of one of its own. */
    private boolean findsRoom(@Nullable InetAddress address) {
        if (address == null) {
            return false;
        }
        var connected = getConnections().stream()
                .map(connection -> address(connection.getSocket().getIOChannel()))
                .filter(Objects::nonNull)
                .toList();
        if (AddressShares.isUsedUp(address, connected, ordinaryConnections())) {
            return closeWaiting(
                    connection -> address.equals(address(connection.getSocket().getIOChannel())));
        }
        makeRoom();
        return true;
    }

    /** Null for Tomcat's placeholder of a closed connection. */
    private static @Nullable InetAddress address(@Nullable SocketChannel channel) {
        return channel == null ? null : channel.socket().getInetAddress();
    }

    /** An eighth of the connections remains for new ones. */
    boolean isCrowded() {
        return getConnectionCount() > ordinaryConnections();
    }

    private int ordinaryConnections() {
        return getMaxConnections() - getMaxConnections() / 8;
    }

    UnreadBodies unreadBodies() {
        return unreadBodies;
    }

    PausedRequests pausedRequests() {
        return pausedRequests;
    }

    /** A proxy sends a gateway fewer connections than it accepts, so this is noticed earlier than crowding. */
    boolean isBusy() {
        return getConnectionCount() > getMaxConnections() / 2;
    }

    /** Tomcat's timeouts of a connection begin again with each byte. */
    void closeLate() {
        // While all connections are open none is accepted, which would make room.
        var isRelieved = isBusy() && abandonSlow(isCrowded() ? Patience.WHEN_CROWDED : Patience.WHEN_BUSY);
        if (!isRelieved && getConnectionCount() >= getMaxConnections()) {
            makeRoom();
        }
        var limit = getConnectionTimeout();
        List.copyOf(getConnections())
                .forEach(connection -> closeIf(
                        connection,
                        processor -> processor instanceof BoundedHttp11Processor http && http.isHeadLate(limit)));
    }

    /** Returns whether there was any slow caller. */
    private boolean abandonSlow(Patience patience) {
        var now = System.nanoTime();
        var slow = getConnections().stream()
                .map(SocketWrapperBase::getSocket)
                .filter(MeasuredChannel.class::isInstance)
                .map(MeasuredChannel.class::cast)
                .filter(channel -> channel.isSlow(patience, now))
                .toList();
        slow.forEach(MeasuredChannel::abandon);
        return !slow.isEmpty();
    }

    private void makeRoom() {
        if (!unreadBodies.endOldest() && !pausedRequests.endOldest()) {
            closeWaiting(_ -> true);
        }
    }

    /** Closes some of these connections; returns false if none of them waits. */
    private boolean closeWaiting(Predicate<SocketWrapperBase<NioChannel>> condition) {
        var now = System.nanoTime();
        var oldest = getConnections().stream()
                .filter(connection -> !connection.getLock().isLocked() && !isNew(connection, now))
                .filter(condition)
                .map(WaitingConnection::of)
                .sorted(WaitingConnection.FIRST_TO_CLOSE)
                .limit(Math.max(1, getMaxConnections() / BATCHES))
                .toList();
        return oldest.stream()
                        .filter(waiting -> closeIf(waiting.connection(), BoundedEndpoint::isWaiting))
                        .count()
                > 0;
    }

    private static boolean isNew(SocketWrapperBase<NioChannel> connection, long now) {
        return connection.getSocket() instanceof MeasuredChannel channel && channel.isNew(now);
    }

    private static boolean isWaiting(Object processor) {
        return processor == null || (processor instanceof BoundedHttp11Processor http && http.isHeadIncomplete());
    }

    /** Tomcat holds the lock while it serves a request. */
    private static boolean closeIf(SocketWrapperBase<NioChannel> connection, Predicate<Object> condition) {
        if (!connection.getLock().tryLock()) {
            return false;
        }
        try {
            var isMet = condition.test(connection.getCurrentProcessor());
            if (isMet) {
                connection.close();
            }
            return isMet;
        } finally {
            connection.getLock().unlock();
        }
    }
}
