package io.leeloogateway.problem.input;

import io.leeloogateway.connections.ClientConnection;
import io.leeloogateway.connections.InputDeadline;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time by which a body must have arrived: the deadline of the request, but no later than the limit for all bodies. */
final class BodyDeadline implements AutoCloseable {

    /** A client may send the body apart from the head, so that a complete body arrives after a very short deadline. */
    private static final Duration MIN_TIME = Duration.ofMillis(500);

    private final HttpServletRequest request;
    private final Duration limit;
    private @Nullable InputDeadline running;

    BodyDeadline(HttpServletRequest request, Duration limit) {
        this.request = request;
        this.limit = limit;
    }

    /** The time begins to matter when the body is read, because nothing is read before the caller is known. */
    void start() {
        if (running == null) {
            running = ClientConnection.of(request)
                    .map(connection -> connection.endInputAfter(remaining()))
                    .orElse(null);
        }
    }

    private Duration remaining() {
        var ofRequest = RequestContext.find()
                .map(context -> context.deadline().remaining())
                .orElse(limit);
        var shorter = ofRequest.compareTo(limit) < 0 ? ofRequest : limit;
        return shorter.compareTo(MIN_TIME) < 0 ? MIN_TIME : shorter;
    }

    boolean isPassed() {
        return running != null && running.isPassed();
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}
