package io.leeloogateway.connections;

import jakarta.servlet.ServletRequest;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connection on which a request arrives. Only the thread that serves the request uses it. */
public final class ClientConnection {

    static final String ATTRIBUTE = ClientConnection.class.getName();

    private static final Duration BUSY = Duration.ofMillis(250);

    private final BoundedHttp11Protocol http;
    private final SocketChannel channel;
    private @Nullable InputDeadline deadline;

    ClientConnection(BoundedHttp11Protocol http, SocketChannel channel) {
        this.http = http;
        this.channel = channel;
    }

    /** Empty for a request that does not come through Tomcat. */
    public static Optional<ClientConnection> of(ServletRequest request) {
        return Optional.ofNullable((ClientConnection) request.getAttribute(ATTRIBUTE));
    }

    /** Replaces the deadline before. */
    public InputDeadline endInputAfter(Duration limit) {
        clearDeadline();
        deadline = InputDeadline.start(channel, http.getUtilityExecutor(), limit);
        return deadline;
    }

    void clearDeadline() {
        if (deadline != null) {
            deadline.close();
            deadline = null;
        }
    }

    /**
     * Bounds the time for the rest of a body that nobody reads. If others need the connection, what has arrived is read nevertheless: otherwise
     * the operating system resets the connection, and the client loses the response.
     */
    void boundRest() {
        endInputAfter(http.isBusy() ? BUSY : Duration.ofMillis(http.getConnectionTimeout()));
    }
}
