package io.leeloogateway.connections;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Finds room for a new connection while most are in use. */
final class ConnectionRoom {

    /** As many connections are closed at a time, so that not each new connection needs a search. */
    private static final int BATCHES = 16;

    private final BoundedEndpoint endpoint;
    private @Nullable AddressShares shares;

    ConnectionRoom(BoundedEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * An address that has its share of the connections finds room only in the place of an own body that nobody reads, or of a connection that
     * waits for a request, its own or that of another such address. Any other address is let in, and takes the place of an unread body
     * or of a pause, otherwise of such a connection, or when almost all are in use, of its own waiting one. The address of a closed connection is null.
     */
    boolean isFoundFor(@Nullable InetAddress address) {
        if (address == null) {
            return false;
        }
        var current = currentShares();
        if (current.isUsedUp(address)) {
            return isFoundBesideItsShare(address, current);
        }
        current.add(address);
        if (!isMadeByUnneeded()) {
            closeWaiting(connection -> hasItsShare(connection, current)
                    || (endpoint.isAlmostFull()
                            && isOf(address, connection.getSocket().getIOChannel())));
        }
        return true;
    }

    private boolean isFoundBesideItsShare(InetAddress address, AddressShares current) {
        if (current.isWithoutRoom(address)) {
            return false;
        }
        var isFound = endpoint.unreadBodies().endOldest(channel -> isOf(address, channel))
                || closeWaiting(connection -> hasItsShare(connection, current));
        if (isFound) {
            shares = null;
        } else {
            current.markWithoutRoom(address);
        }
        return isFound;
    }

    private AddressShares currentShares() {
        var current = shares;
        if (current == null || current.isOutdated()) {
            var connected = endpoint.getConnections().stream()
                    .map(connection -> address(connection.getSocket().getIOChannel()))
                    .filter(Objects::nonNull)
                    .toList();
            current = new AddressShares(connected, endpoint.ordinaryConnections());
            shares = current;
        }
        return current;
    }

    private static boolean isOf(InetAddress address, @Nullable SocketChannel channel) {
        var other = address(channel);
        return other != null && AddressShares.areOne(address, other);
    }

    /** Null for Tomcat's placeholder of a closed connection. */
    private static @Nullable InetAddress address(@Nullable SocketChannel channel) {
        return channel == null ? null : channel.socket().getInetAddress();
    }

    /** Makes room in the place of any address. */
    void make() {
        if (!isMadeByUnneeded()) {
            closeWaiting(_ -> true);
        }
    }

    /** Returns whether a connection ends on which nobody waits for anything that is served. */
    private boolean isMadeByUnneeded() {
        return endpoint.unreadBodies().endOldest(_ -> true)
                || endpoint.pausedRequests().endOldest();
    }

    private static boolean hasItsShare(SocketWrapperBase<NioChannel> connection, AddressShares current) {
        var address = address(connection.getSocket().getIOChannel());
        return address != null && current.isUsedUp(address);
    }

    /** Closes some of these connections; returns false if none of them waits. */
    private boolean closeWaiting(Predicate<SocketWrapperBase<NioChannel>> condition) {
        var now = System.nanoTime();
        var oldest = endpoint.getConnections().stream()
                .filter(connection -> !connection.getLock().isLocked())
                .filter(condition)
                .filter(connection -> !isNew(connection, now))
                .map(WaitingConnection::of)
                .sorted(WaitingConnection.FIRST_TO_CLOSE)
                .limit(Math.max(1, endpoint.getMaxConnections() / BATCHES))
                .toList();
        return oldest.stream()
                        .filter(waiting -> BoundedEndpoint.closeIf(
                                waiting.connection(),
                                processor -> isWaiting(processor) && !isNew(waiting.connection(), now)))
                        .count()
                > 0;
    }

    private static boolean isNew(SocketWrapperBase<NioChannel> connection, long now) {
        return connection.getSocket() instanceof MeasuredChannel channel && channel.isNew(now);
    }

    private static boolean isWaiting(Object processor) {
        return processor == null || (processor instanceof BoundedHttp11Processor http && http.isHeadIncomplete());
    }
}
