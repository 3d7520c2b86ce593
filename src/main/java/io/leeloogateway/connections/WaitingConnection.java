package io.leeloogateway.connections;

import java.util.Comparator;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** A connection that may wait for a request, with values that change while a list is sorted. */
record WaitingConnection(SocketWrapperBase<NioChannel> connection, long timeout, long lastRead) {

    /** A connection that has been served waits for its next request for the longer keep-alive timeout. */
    static final Comparator<WaitingConnection> FIRST_TO_CLOSE =
            Comparator.comparingLong(WaitingConnection::timeout).thenComparingLong(WaitingConnection::lastRead);

    static WaitingConnection of(SocketWrapperBase<NioChannel> connection) {
        var lastRead = ((NioSocketWrapper) connection).getLastRead();
        return new WaitingConnection(connection, connection.getReadTimeout(), lastRead);
    }
}
