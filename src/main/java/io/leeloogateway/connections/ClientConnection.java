package io.leeloogateway.connections;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** The connection on which a request arrives. Only the thread that serves the request uses it. */
public final class ClientConnection {

    static final String ATTRIBUTE = ClientConnection.class.getName();

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration REST_WHEN_BUSY = Duration.ofMillis(25);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BoundedHttp11Protocol http;
    private final SocketWrapperBase<NioChannel> socket;
    private final Thread owner = Thread.currentThread();
    private @Nullable InputDeadline deadline;

    ClientConnection(BoundedHttp11Protocol http, SocketWrapperBase<NioChannel> socket) {
        this.http = http;
        this.socket = socket;
    }

    /** Empty for a request that does not come through Tomcat. */
    public static Optional<ClientConnection> of(ServletRequest request) {
        return Optional.ofNullable((ClientConnection) request.getAttribute(ATTRIBUTE));
    }

    /** Replaces the deadline before. */
    public InputDeadline endInputAfter(Duration limit) {
        clearDeadline();
        deadline = InputDeadline.start(socket.getSocket().getIOChannel(), http.getUtilityExecutor(), limit);
        return deadline;
    }

    /**
     * Whether the client has closed the connection, or its half of it. What it has sent meanwhile stays in Tomcat's buffer for the next request;
     * behind such bytes, the end is not seen. Other threads than that of the request get no answer.
     */
    @SuppressWarnings("ReferenceEquality") // a thread is no value
    public boolean isClosedByClient() {
        if (owner != Thread.currentThread()) {
            return false;
        }
        try {
            var _ = socket.isReadyForRead();
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /** Pauses if the caller has opened the connection: a proxy has limits of its own, and fewer connections to the gateway than the gateway accepts. */
    public static void pauseIfDirect(HttpServletRequest request, HttpServletResponse response) {
        of(request)
                .filter(connection -> request.getRemoteAddr().equals(connection.socket.getRemoteAddr()))
                .ifPresent(connection -> connection.pause(response));
    }

    /**
     * Waits for one to two seconds, so that many connections do not go on together. If a new connection needs room, the pause ends, and this
     * connection with the response.
     */
    public void pause(HttpServletResponse response) {
        var random = ThreadLocalRandom.current().nextLong(PAUSE.toNanos());
        if (!http.pausedRequests().pause(PAUSE.plusNanos(random))) {
            response.setHeader("Connection", "close");
        }
    }

    void clearDeadline() {
        if (deadline != null) {
            deadline.close();
            http.unreadBodies().remove(deadline);
            deadline = null;
        }
    }

    /**
     * Bounds the time for the rest of a body that nobody reads. If others need the connection, what has arrived is read nevertheless: otherwise
     * the operating system resets the connection, and the client loses the response. It ends earlier when a new connection needs room.
     */
    void boundRest(long length) {
        http.unreadBodies().add(endInputAfter(http.isBusy() ? REST_WHEN_BUSY : REST), length);
    }
}
