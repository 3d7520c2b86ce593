package io.leeloogateway.connections;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Knows since when the head of a request is incomplete, and gives each request its {@link ClientConnection}. */
final class BoundedHttp11Processor extends Http11Processor {

    /** The place of the connection in Tomcat's request, which uses 1 and 2 itself. */
    static final int NOTE = 20;

    private final BoundedHttp11Protocol http;
    private volatile long headSince;

    BoundedHttp11Processor(BoundedHttp11Protocol http, Adapter adapter) {
        super(http, adapter);
        this.http = http;
    }

    /** Serves the complete requests that have arrived. The state LONG means that the head of the next request is incomplete. */
    @Override
    @SuppressWarnings("unchecked") // the endpoint is NIO
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        var served = served();
        var connection = new ClientConnection(http, (SocketWrapperBase<NioChannel>) socket);
        request.setNote(NOTE, connection);
        var state = SocketState.CLOSED;
        try {
            state = super.service(socket);
            return state;
        } finally {
            connection.clearDeadline();
            request.setNote(NOTE, null);
            if (state != SocketState.LONG) {
                headSince = 0;
            } else if (headSince == 0 || served != served()) {
                headSince = System.nanoTime();
            }
        }
    }

    private int served() {
        return request.getRequestProcessor().getRequestCount();
    }

    boolean isHeadIncomplete() {
        return headSince != 0;
    }

    boolean isHeadLate(long limitMillis) {
        var since = headSince;
        return since != 0 && System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }
}
