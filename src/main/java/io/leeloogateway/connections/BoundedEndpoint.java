package io.leeloogateway.connections;

import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.Predicate;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Closes a connection whose request head is late, and those whose callers read their responses slowly while others need connections. When most
 * are in use, {@link ConnectionRoom} makes room for new ones: it ends bodies that nobody reads, otherwise pauses; otherwise it closes the oldest that
 * wait for a request, those with an incomplete request or none at all before those that have been served. It never interrupts any
 * other request that is served, and leaves new connections the time to send a request.
 */
final class BoundedEndpoint extends NioEndpoint {

    private final UnreadBodies unreadBodies = new UnreadBodies();
    private final PausedRequests pausedRequests = new PausedRequests();
    private final ConnectionRoom room = new ConnectionRoom(this);

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? super.createChannel(buffers) : new MeasuredChannel(buffers);
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (isCrowded() && !room.isFoundFor(socket.socket().getInetAddress())) {
            // Tomcat does not close a connection that it does not know yet.
            destroySocket(socket);
            return true;
        }
        return super.setSocketOptions(socket);
    }

    /** An eighth of the connections remains for new ones. */
    boolean isCrowded() {
        return getConnectionCount() > ordinaryConnections();
    }

    /** Half of what remains for new connections is used. */
    boolean isAlmostFull() {
        return getConnectionCount() > getMaxConnections() - getMaxConnections() / 16;
    }

    int ordinaryConnections() {
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

    /** While all connections are open none is accepted, which would make room. */
    void makeRoomIfFull() {
        if (getConnectionCount() >= getMaxConnections() && !abandonSlow(Patience.WHEN_CROWDED)) {
            room.make();
        }
    }

    /** Tomcat's timeouts of a connection begin again with each byte. */
    void closeLate() {
        if (isBusy()) {
            abandonSlow(isCrowded() ? Patience.WHEN_CROWDED : Patience.WHEN_BUSY);
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
        var isAny = false;
        for (var connection : getConnections()) {
            isAny |= connection.getSocket() instanceof MeasuredChannel channel && channel.abandonIfSlow(patience, now);
        }
        return isAny;
    }

    /** Tomcat holds the lock while it serves a request. */
    static boolean closeIf(SocketWrapperBase<NioChannel> connection, Predicate<Object> condition) {
        if (!connection.getLock().tryLock()) {
            return false;
        }
        try {
            var isMet = !connection.isClosed() && condition.test(connection.getCurrentProcessor());
            if (isMet) {
                connection.close();
            }
            return isMet;
        } finally {
            connection.getLock().unlock();
        }
    }
}
